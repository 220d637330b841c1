import type { PhotoReason } from '@acceptance/shared';
import { ask } from '../../../features/ask';
import { CAMERA_TEXT } from '../texts-camera';

/** What is said of a photo: each reason with its next step. */
export const reasonWords = (reasons: readonly PhotoReason[]): string =>
  reasons.map((reason) => CAMERA_TEXT.reasons[reason]).join('');

/** Asks whether to use a photo all the same; true without a reason not to. */
export const isUsedAnyway = async (reasons: readonly PhotoReason[]): Promise<boolean> =>
  reasons.length === 0 ||
  ask({
    title: CAMERA_TEXT.doubtTitle,
    text: reasonWords(reasons),
    confirm: CAMERA_TEXT.useAnyway,
    cancel: CAMERA_TEXT.chooseAnother,
  });
