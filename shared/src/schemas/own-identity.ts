import * as v from 'valibot';
import { namePictureSchema } from './name-picture';

/** One's own identity in full, as it goes into the contract and the certificate; shown on purpose only. */
export const ownIdentitySchema = v.object({
  name: v.string(),
  idNumber: v.string(),
  phone: v.string(),
  /** Printed in place of the name. */
  namePicture: v.nullable(namePictureSchema),
});
export type OwnIdentity = v.InferOutput<typeof ownIdentitySchema>;
