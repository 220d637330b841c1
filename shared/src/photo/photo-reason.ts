/**
 * Why a photo may be hard to read, by the same measures on the phone and on the server. Advice: the person may use it all the
 * same. What nobody can use is refused by an error code: files.blank, files.too_few_pixels, files.same_as_other_side.
 */
export const PHOTO_REASONS = ['dark', 'glare', 'cut-corners', 'blurred'] as const;
export type PhotoReason = (typeof PHOTO_REASONS)[number];
