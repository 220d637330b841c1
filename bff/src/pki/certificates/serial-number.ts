const OCTETS = 16;

/**
 * A serial number with 126 random bits (RFC 5280, 4.1.2.2, and CA/Browser Forum BR 7.1: at least 64, positive, 20 octets at most). Its first
 * octet is between 40 and 7F, so that it is never shorter, needs no 00 in front, and is the same with and without leading zeros.
 * @param randomBytes of a generator fit for keys. @returns upper-case hexadecimal
 */
export function newSerialNumber(randomBytes: (length: number) => Uint8Array): string {
  const octets = Buffer.from(randomBytes(OCTETS));
  if (octets.length !== OCTETS)
    throw new RangeError(`A source of randomness gave ${octets.length} octets, not ${OCTETS}`);
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40;
  return octets.toString('hex').toUpperCase();
}
