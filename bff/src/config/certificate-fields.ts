import type { X509Certificate } from 'node:crypto';
// Loaded first: in Node 20 `toLegacyObject` before it leaves tls without createSecureContext, and every https call throws.
import 'node:tls';
import { asn1 } from 'node-forge';

const KEY_USAGE = '2.5.29.15';
/** `extensions [3]` of TBSCertificate (RFC 5280, 4.1). */
const EXTENSIONS_TAG = 3;
/** The key usage is a DER BIT STRING: tag, length, number of unused bits, then the bits (RFC 5280, 4.2.1.3). */
const BIT_STRING_TAG = 0x03;
const FIRST_BITS = 3;
const DIGITAL_SIGNATURE = 0x80;
const NON_REPUDIATION = 0x40;

const membersOf = (node: asn1.Asn1 | undefined): asn1.Asn1[] => (node && Array.isArray(node.value) ? node.value : []);
const bytesOf = (node: asn1.Asn1 | undefined): string => (node && typeof node.value === 'string' ? node.value : '');

/** The content of an extension. Read from the bytes: node-forge's certificates know RSA keys only, the CA may use EC. */
function extensionOf(certificate: X509Certificate, oid: string): Buffer | null {
  const [tbs] = membersOf(asn1.fromDer(certificate.raw.toString('latin1')));
  const field = membersOf(tbs).find(
    ({ tagClass, type }) => tagClass === asn1.Class.CONTEXT_SPECIFIC && Number(type) === EXTENSIONS_TAG,
  );
  const extension = membersOf(membersOf(field)[0]).find(
    (candidate) => asn1.derToOid(bytesOf(membersOf(candidate)[0])) === oid,
  );
  // `critical` may stand between the id and the value.
  return extension ? Buffer.from(bytesOf(membersOf(extension).at(-1)), 'latin1') : null;
}

/** True for digitalSignature or nonRepudiation. In Node `X509Certificate.keyUsage` is the extended key usage. */
export function mayBeUsedToSign(certificate: X509Certificate): boolean {
  const usage = extensionOf(certificate, KEY_USAGE);
  const bits = usage?.[0] === BIT_STRING_TAG ? (usage[FIRST_BITS] ?? 0) : 0;
  return (bits & (DIGITAL_SIGNATURE | NON_REPUDIATION)) !== 0;
}

/** O and CN of the subject or the issuer. From Node's legacy form: the text form escapes and joins the values. */
export function namesOf(certificate: X509Certificate, party: 'subject' | 'issuer'): string[] {
  // A name given more than once is a list, which the types do not say.
  const fields: Record<string, string | string[] | undefined> = { ...certificate.toLegacyObject()[party] };
  return [fields.O, fields.CN].flatMap((value) => value ?? []);
}
