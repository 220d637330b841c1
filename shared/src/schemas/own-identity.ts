import * as v from 'valibot';

/** One's own identity in full, as it goes into the contract and the certificate; shown on purpose only. */
export const ownIdentitySchema = v.object({ name: v.string(), idNumber: v.string(), phone: v.string() });
export type OwnIdentity = v.InferOutput<typeof ownIdentitySchema>;
