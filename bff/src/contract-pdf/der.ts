import { asn1 } from 'node-forge';

const { Class, Type } = asn1;

/** Builders for the few ASN.1 forms a CMS signature needs, over node-forge. Bytes are Buffers on this side. */
export function sequence(...values: asn1.Asn1[]): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, values);
}

export function set(...values: asn1.Asn1[]): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.SET, true, values);
}

export function objectIdentifier(oid: string): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(oid).getBytes());
}

export function octets(value: Buffer): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, value.toString('latin1'));
}

export function smallInteger(value: number): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
}

export function nothing(): asn1.Asn1 {
  return asn1.create(Class.UNIVERSAL, Type.NULL, false, '');
}

/** Constructed context tag `[tag]`; node-forge's types know no other numbers than the universal ones. */
export function tagged(tag: number, ...values: asn1.Asn1[]): asn1.Asn1 {
  return asn1.create(Class.CONTEXT_SPECIFIC, tag as asn1.Type, true, values);
}

export function encode(node: asn1.Asn1): Buffer {
  return Buffer.from(asn1.toDer(node).getBytes(), 'latin1');
}

/** @throws Error when the bytes are not one complete DER value */
export function decode(der: Buffer): asn1.Asn1 {
  return asn1.fromDer(der.toString('latin1'));
}

/** The members of a constructed value. @throws Error for a primitive one */
export function membersOf(node: asn1.Asn1 | undefined): asn1.Asn1[] {
  if (!node || !Array.isArray(node.value)) throw new Error('A constructed ASN.1 value was expected');
  return node.value;
}

/** The content bytes of a primitive value. @throws Error for a constructed one */
export function bytesOf(node: asn1.Asn1 | undefined): Buffer {
  if (!node || typeof node.value !== 'string') throw new Error('A primitive ASN.1 value was expected');
  return Buffer.from(node.value, 'latin1');
}

export function oidOf(node: asn1.Asn1 | undefined): string {
  return asn1.derToOid(bytesOf(node).toString('latin1'));
}

/** Issuer and serial number of a certificate as they stand in it, byte for byte (RFC 5652, 10.2.4). */
export function issuerAndSerialNumber(certificateDer: Buffer): asn1.Asn1 {
  const tbs = membersOf(membersOf(decode(certificateDer))[0]);
  // A version 1 certificate has no [0] version field in front.
  const start = tbs[0]?.tagClass === Class.CONTEXT_SPECIFIC ? 1 : 0;
  const serial = tbs[start];
  const issuer = tbs[start + 2];
  if (!serial || !issuer) throw new Error('The certificate is incomplete');
  return sequence(issuer, serial);
}
