import type { ApplicationFormDraft } from '@acceptance/shared';
import type { DraftField } from '../../draft/draft-fields';

export interface RegionFieldProps {
  readonly draft: ApplicationFormDraft;
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChange: (field: DraftField, value: string) => void;
  readonly onLeave: (field: DraftField) => void;
}

export const REGION_FIELDS = ['delivery.province', 'delivery.city', 'delivery.district'] as const;
