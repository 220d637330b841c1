import type { PublicKey } from '../keys/key-types';
import type { ReadNameAttribute } from '../names/name-types';

/** A PKCS#10 request (RFC 2986) whose signature was right: who made it holds the private key. */
export interface CertificationRequest {
  readonly der: Uint8Array;
  readonly publicKey: PublicKey;
  /** What it wishes to be called. A wish: nothing of it goes into a certificate. */
  readonly subject: readonly ReadNameAttribute[];
  /** What else it wishes for and does not get, for the log of whoever looks: OIDs of attributes and requested extensions. */
  readonly ignored: readonly string[];
}
