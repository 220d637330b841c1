import type { ApplicationFormDraft, DraftField } from '@acceptance/shared';

export interface RegionFieldProps {
  readonly draft: ApplicationFormDraft;
  readonly noteOf?: (field: DraftField) => string | null;
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChange: (field: DraftField, value: string) => void;
  readonly onLeave: (field: DraftField) => void;
}

export const REGION_FIELDS = ['delivery.province', 'delivery.city', 'delivery.district'] as const;
