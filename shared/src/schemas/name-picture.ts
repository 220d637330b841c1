import * as v from 'valibot';
import { sha256Schema } from './identifiers';

/**
 * How a name looks that cannot be typed: what a reviewer took from the document, as the contract prints it in place of the
 * name. Consent names it by its SHA-256 in the contract's details.
 */
export const namePictureSchema = v.object({
  sha256: sha256Schema,
  /** `data:image/png;base64,…`, black on white, at most 600 pixels a side: whatever has the name's page has it too. */
  image: v.string(),
  /** Pixels. */
  width: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  height: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});
export type NamePicture = v.InferOutput<typeof namePictureSchema>;

/** What may be sent to make one of: a PNG or JPEG of at most 4 megapixels. Bytes. */
export const MAX_NAME_PICTURE_BYTES = 1024 * 1024;
