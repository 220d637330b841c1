import type { ErrorCode } from '@acceptance/shared';
import {
  PkiError,
  type ReadCertificate,
  readCertificate,
  signatureAlgorithmOf,
  verifyChain,
  verifySignature,
} from '../../pki';
import type { HeldCertificate } from '../certificates';

interface GivenAnswer {
  /** What had to be signed. */
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Whether the certificate's key has signed, by the one algorithm that goes with it. */
function isSigned({ publicKey }: ReadCertificate, { message, signature }: GivenAnswer): boolean {
  try {
    return verifySignature(publicKey, signatureAlgorithmOf(publicKey.algorithm), message, signature);
  } catch (error) {
    if (error instanceof PkiError) {
      return false;
    }
    throw error;
  }
}

function problemOfState({ record }: HeldCertificate, { notBefore, notAfter }: ReadCertificate, at: Date) {
  if (record.state === 'revoked') {
    return 'auth.certificate_revoked';
  }
  if (record.state !== 'issued') {
    return 'auth.certificate_suspended';
  }
  if (at < notBefore) {
    return 'auth.certificate_early';
  }
  return at > notAfter ? 'auth.certificate_expired' : null;
}

/** RFC 5280, 4.2.1.3: what is signed here is no document, so that `nonRepudiation` alone will not do. */
const mayAuthenticate = ({ keyUsages }: ReadCertificate): boolean => keyUsages?.includes('digitalSignature') ?? false;

function isTrusted({ chainDer }: HeldCertificate, { der }: ReadCertificate, at: Date): boolean {
  const [root] = chainDer.slice(-1);
  return verifyChain(der, { intermediates: chainDer, anchors: root ? [root] : [], at }).trusted;
}

/**
 * Why an answer by a certificate of ours is refused, or null. The signature comes first: how the certificate stands is told
 * to nobody but its holder.
 */
export function problemOfAnswer(held: HeldCertificate, answer: GivenAnswer, at: Date): ErrorCode | null {
  const [own] = held.chainDer;
  if (!own) {
    throw new Error('an issued certificate has no bytes');
  }
  const certificate = readCertificate(own);
  if (!isSigned(certificate, answer)) {
    return 'auth.certificate_not_proved';
  }
  const problem = problemOfState(held, certificate, at);
  if (problem) {
    return problem;
  }
  return mayAuthenticate(certificate) && isTrusted(held, certificate, at) ? null : 'auth.certificate_unfit';
}
