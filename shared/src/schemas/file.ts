import * as v from 'valibot';

export const FILE_PURPOSES = ['id-card-front', 'id-card-back', 'signature', 'attachment', 'transfer-slip'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

export interface FileRule {
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly mediaTypes: readonly ImageMediaType[];
}

export const IMAGE_MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/bmp'] as const;
export type ImageMediaType = (typeof IMAGE_MEDIA_TYPES)[number];

/** One kilobyte as the applicant's phone shows it: 1024 bytes. */
const KB = 1024;
/** Size windows of the manual: ID photos 150 KB–1 MB, attachments up to 1 MB. The phone checks them first. */
export const FILE_RULES: Record<FilePurpose, FileRule> = {
  'id-card-front': { minBytes: 150 * KB, maxBytes: 1024 * KB, mediaTypes: IMAGE_MEDIA_TYPES },
  'id-card-back': { minBytes: 150 * KB, maxBytes: 1024 * KB, mediaTypes: IMAGE_MEDIA_TYPES },
  // A scribble over the whole sheet has 440 KB on the phone with the most pixels.
  signature: { minBytes: 1, maxBytes: 512 * KB, mediaTypes: ['image/png'] },
  attachment: { minBytes: 1, maxBytes: 1024 * KB, mediaTypes: IMAGE_MEDIA_TYPES },
  'transfer-slip': { minBytes: 1, maxBytes: 1024 * KB, mediaTypes: IMAGE_MEDIA_TYPES },
};

/** Pixel caps before decoding: they bound the memory of the decoder (decompression bombs). */
export const MAX_IMAGE_PIXELS = 16_000_000;
export const MAX_IMAGE_SIDE = 6000;
/** The sheet that a signature is drawn on for sending; a browser has it of this size in CSS pixels, WeChat of twice as many real ones. */
export const SIGNATURE_SHEET = { width: 600, height: 240 } as const;
/** A browser exports the sheet in the screen's real pixels; phones have up to 4 of them to a CSS pixel (3.5 is common). */
export const MAX_SIGNATURE_PIXEL_RATIO = 4;
/** Whether a signature is no larger than our own canvas can send, lying or on end. */
export const fitsSignatureSheet = (width: number, height: number): boolean =>
  Math.max(width, height) <= SIGNATURE_SHEET.width * MAX_SIGNATURE_PIXEL_RATIO &&
  Math.min(width, height) <= SIGNATURE_SHEET.height * MAX_SIGNATURE_PIXEL_RATIO;

/** Below this the text on a card cannot be read. */
export const MIN_ID_PHOTO_SHORT_SIDE = 480;

export const fileSchema = v.object({
  id: v.string(),
  purpose: v.picklist(FILE_PURPOSES),
  mediaType: v.picklist(IMAGE_MEDIA_TYPES),
  byteLength: v.number(),
  width: v.number(),
  height: v.number(),
});
export type FileView = v.InferOutput<typeof fileSchema>;
