import { createPrivateKey, type KeyObject, sign, X509Certificate } from 'node:crypto';
import { childrenOf, type DerElement, readElement } from '../ejbca/der-reader';
import { bitString, element, oid, sequence } from '../ejbca/der-writer';

/** Somebody with a certificate and its RSA key. */
export interface RsaParty {
  readonly certificate: Buffer;
  readonly issuerDer: Buffer;
  readonly serialDer: Buffer;
  readonly subjectDer: Buffer;
  /** SubjectPublicKeyInfo. */
  readonly publicKeyDer: Buffer;
  readonly key: KeyObject;
}

const VERSION_TAG = 0xa0;
const NULL = element(0x05);
export const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'), NULL);
export const RSA = sequence(oid('1.2.840.113549.1.1.1'), NULL);
const SHA256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), NULL);

const nth = (elements: readonly DerElement[], index: number): Buffer => {
  const found = elements[index];
  if (!found) throw new RangeError('a certificate lacks a part');
  return found.whole;
};

export function rsaParty(certificatePem: string, keyPem: string): RsaParty {
  const certificate = new X509Certificate(certificatePem).raw;
  const [toBeSigned] = childrenOf(readElement(certificate));
  const parts = toBeSigned ? childrenOf(toBeSigned) : [];
  const first = parts[0]?.tag === VERSION_TAG ? 1 : 0;
  return {
    certificate,
    serialDer: nth(parts, first),
    issuerDer: nth(parts, first + 2),
    subjectDer: nth(parts, first + 4),
    publicKeyDer: nth(parts, first + 5),
    key: createPrivateKey(keyPem),
  };
}

/** A content, its algorithm and its signature: the form of lists, certificates and status answers. */
export const signedBy = ({ key }: RsaParty, content: Buffer, ...more: readonly Buffer[]): Buffer =>
  sequence(content, SHA256_WITH_RSA, bitString(sign('sha256', content, key)), ...more);
export const SIGNATURE_ALGORITHM = SHA256_WITH_RSA;

/** GeneralizedTime, whole seconds. */
export const generalizedTime = (date: Date): Buffer =>
  element(0x18, Buffer.from(`${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`, 'latin1'));
