import type { TokenCertificate } from '@acceptance/shared';
import { base64 } from '@scure/base';
import { readTokenCertificate, type TokenCertificateFacts } from './read-certificate';

/** A certificate that a token can sign in with. */
export interface UsableCertificate extends TokenCertificateFacts {
  /** By what the token knows its key. */
  readonly keyId: string;
}

/** What can be read of a token's certificates, the one that is valid longest first. */
export const usableCertificates = (certificates: readonly TokenCertificate[]): UsableCertificate[] =>
  certificates
    .flatMap(({ keyId, certificate }) => {
      const facts = readTokenCertificate(base64.decode(certificate));
      return facts ? [{ ...facts, keyId }] : [];
    })
    .sort((left, right) => right.notAfter.getTime() - left.notAfter.getTime());
