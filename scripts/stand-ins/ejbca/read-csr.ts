import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { childrenOf, type DerElement, DerError, readElement, readOid } from './der-reader';
import { type NameEntry, readName } from './distinguished-name';

/** A certification request (PKCS #10, RFC 2986), its signature already checked. */
export interface ReadCsr {
  readonly subject: readonly NameEntry[];
  readonly publicKey: KeyObject;
  readonly publicKeyDer: Buffer;
  /** Content of the subjectAltName extension it asks for. */
  readonly alternativeNames: Buffer | null;
}

export class CsrError extends Error {
  override readonly name = 'CsrError';
}

const DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
};
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const SUBJECT_ALTERNATIVE_NAME = '2.5.29.17';

function alternativeNamesOf(attributes: DerElement | undefined): Buffer | null {
  for (const attribute of attributes ? childrenOf(attributes) : []) {
    const [type, values] = childrenOf(attribute);
    if (!type || !values || readOid(type) !== EXTENSION_REQUEST) continue;
    for (const extension of childrenOf(values).flatMap(childrenOf)) {
      const [id, ...rest] = childrenOf(extension);
      const value = rest.at(-1);
      if (id && value && readOid(id) === SUBJECT_ALTERNATIVE_NAME) return value.content;
    }
  }
  return null;
}

/** PEM, or its base64 alone (CertTools.encapsulateCsr). */
const derOf = (text: string): Buffer =>
  Buffer.from(text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, ''), 'base64');

function parse(text: string): ReadCsr & { isSigned: boolean } {
  const [info, algorithm, signature] = childrenOf(readElement(derOf(text)));
  const [, subject, key, attributes] = info ? childrenOf(info) : [];
  const [algorithmId] = algorithm ? childrenOf(algorithm) : [];
  if (!info || !subject || !key || !algorithmId || !signature) throw new DerError('not a request');
  const publicKey = createPublicKey({ key: key.whole, format: 'der', type: 'spki' });
  const digest = DIGESTS[readOid(algorithmId)];
  return {
    subject: readName(subject.whole),
    publicKey,
    publicKeyDer: key.whole,
    alternativeNames: alternativeNamesOf(attributes),
    isSigned: digest !== undefined && verify(digest, info.whole, publicKey, signature.content.subarray(1)),
  };
}

/** @throws CsrError when it cannot be read, or was not signed by the key it holds */
export function readCsr(text: string): ReadCsr {
  try {
    const { isSigned, ...csr } = parse(text);
    if (isSigned) return csr;
  } catch {
    throw new CsrError('Invalid certificate request');
  }
  throw new CsrError('POPO verification failed.');
}
