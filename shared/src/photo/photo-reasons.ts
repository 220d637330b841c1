import type { FilePurpose } from '../schemas/file';
import type { PhotoAdvice } from '../schemas/project';
import { type CardPlace, isCut } from './find-card';
import type { PhotoMeasures } from './measure-photo';
import { PHOTO_REASONS, type PhotoReason } from './photo-reason';

/** Of projects that say nothing. */
export const DEFAULT_PHOTO_ADVICE: PhotoAdvice = { blurredBelow: 60, glareAbovePercent: 6, darkBelow: 50 };

/** Less than this from darkest to brightest is a lens cap, a white wall or a canvas that nobody has drawn on. */
const BLANK_SPREAD = 16;
/** Of what a lens has seen, neighbouring pixels are alike. */
const NOISE_FROM = 12;

/** Black, white, of one colour, or nothing but noise: there is nothing to see in it. */
export const isBlank = ({ spread, noisiness }: PhotoMeasures): boolean =>
  spread < BLANK_SPREAD || noisiness >= NOISE_FROM;

/** Papers are white and may be scans: only cards are looked at for glare and corners. */
const REASONS_BY_PURPOSE: Readonly<Record<FilePurpose, readonly PhotoReason[]>> = {
  'id-card-front': PHOTO_REASONS,
  'id-card-back': PHOTO_REASONS,
  attachment: ['dark', 'blurred'],
  'transfer-slip': ['dark', 'blurred'],
  signature: [],
};

/** What is to be said of a photo, worst first; nothing of one that is fine. `card`: where the card lies, if it was found. */
export function photoReasons(
  { measures, card }: { readonly measures: PhotoMeasures; readonly card: CardPlace | null },
  purpose: FilePurpose,
  advice: PhotoAdvice = DEFAULT_PHOTO_ADVICE,
): PhotoReason[] {
  const isSo: Record<PhotoReason, boolean> = {
    dark: measures.meanLuma < advice.darkBelow,
    glare: measures.glareRatio * 100 > advice.glareAbovePercent,
    'cut-corners': card !== null && isCut(card),
    blurred: measures.sharpness < advice.blurredBelow,
  };
  return REASONS_BY_PURPOSE[purpose].filter((reason) => isSo[reason]);
}
