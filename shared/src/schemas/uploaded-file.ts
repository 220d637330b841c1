import * as v from 'valibot';
import { PHOTO_REASONS } from '../photo/photo-reason';
import { fileSchema } from './file';

/** What came of an upload. `reasons`: why the photo may be hard to read; whoever uploaded it decides whether to use it. */
export const uploadedFileSchema = v.object({ ...fileSchema.entries, reasons: v.array(v.picklist(PHOTO_REASONS)) });
export type UploadedFileView = v.InferOutput<typeof uploadedFileSchema>;
