import type { DraftField, Region } from '@acceptance/shared';
import type { RegionNames } from './region-choice';

export interface RegionPickerProps {
  readonly regions: readonly Region[];
  readonly names: RegionNames;
  readonly errorOf: (field: DraftField) => string | null;
  readonly onChoose: (names: RegionNames) => void;
}
