import * as v from 'valibot';

export const FILE_PURPOSES = ['id-card-front', 'id-card-back', 'signature', 'attachment'] as const;
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
  signature: { minBytes: 1, maxBytes: 512 * KB, mediaTypes: ['image/png'] },
  attachment: { minBytes: 1, maxBytes: 1024 * KB, mediaTypes: IMAGE_MEDIA_TYPES },
};

/** Pixel caps before decoding: they bound the memory of the decoder (decompression bombs). */
export const MAX_IMAGE_PIXELS = 16_000_000;
export const MAX_IMAGE_SIDE = 6000;
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
