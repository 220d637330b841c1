import { Secret } from 'otpauth';

/** Base32 without padding (RFC 4648, section 6), as authenticators take secrets. */
export const encodeBase32 = (bytes: Uint8Array): string => new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
