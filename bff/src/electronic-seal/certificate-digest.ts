import { sm3 } from '../pki';

/** How the structure names the hash; the standard leaves the name to its users. */
export const certificateDigestType = 'SM3';

/** SM3 over a certificate's DER, plainly: without the Z of GM/T 0009, which is for signatures. */
export function certificateDigest(certificateDer: Uint8Array): Uint8Array {
  return sm3(certificateDer);
}

export function isDigestOf(digest: { type: string; value: Uint8Array }, certificateDer: Uint8Array): boolean {
  return digest.type === certificateDigestType && Buffer.from(certificateDigest(certificateDer)).equals(digest.value);
}
