import { X509Certificate } from 'node:crypto';
import { type TokenCertificate, UkeyAgentError } from '@acceptance/shared';
import type { StoredCertificate } from './token-driver';

/** Root at the end; a circle or an endless row of issuers ends here. */
const MAX_CHAIN = 5;

/** @throws UkeyAgentError for what is no X.509 certificate */
export function readCertificate(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (error) {
    throw new UkeyAgentError('ukey.certificate_unreadable', undefined, error);
  }
}

export const publicKeyDerOf = (certificate: X509Certificate): Buffer =>
  certificate.publicKey.export({ type: 'spki', format: 'der' });

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
const isRoot = (certificate: X509Certificate): boolean => certificate.checkIssued(certificate);

/** Each certificate must be signed by the next; a root need not be among them, some issuer must. @throws UkeyAgentError */
export function checkChain(certificate: X509Certificate, chain: readonly X509Certificate[]): void {
  const isWhole = chain.length > 0 || isRoot(certificate);
  const links = [certificate, ...chain];
  const isLinked = chain.every((issuer, index) => {
    const issued = links[index];
    return issued !== undefined && isIssuedBy(issued, issuer);
  });
  if (!isWhole || !isLinked) {
    throw new UkeyAgentError('ukey.chain_broken');
  }
}

const base64 = (der: Uint8Array): string => Buffer.from(der).toString('base64');

function readStored({ id, der }: StoredCertificate) {
  try {
    return [{ id, der, certificate: new X509Certificate(der) }];
  } catch {
    // of another kind, or broken: not ours to show
    return [];
  }
}

/** Certificates of holders among what is stored, each with the issuers that are there too. */
export function holderCertificates(stored: readonly StoredCertificate[]): TokenCertificate[] {
  const all = stored.flatMap(readStored);
  return all
    .filter(({ id, certificate }) => id !== '' && !certificate.ca)
    .map(({ id, der, certificate }) => {
      const chain: string[] = [];
      let last = certificate;
      while (chain.length < MAX_CHAIN && !isRoot(last)) {
        const issued = last;
        const issuer = all.find((candidate) => isIssuedBy(issued, candidate.certificate));
        if (!issuer) break;
        chain.push(base64(issuer.der));
        last = issuer.certificate;
      }
      return { keyId: id, certificate: base64(der), chain };
    });
}
