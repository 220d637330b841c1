import { createHash } from 'node:crypto';
import { AppError, type ErrorCode, type KeyAlgorithm } from '@acceptance/shared';
import { PkiError, type PkiErrorCode, readCsr } from '../../pki';

/** The key of a request, proved to be in the hands of whoever made the request. */
export interface RequestedKey {
  readonly algorithm: KeyAlgorithm;
  /** Hexadecimal, of SubjectPublicKeyInfo. */
  readonly publicKeySha256: string;
  /** Base64 of the request's DER. */
  readonly csr: string;
}

const REFUSALS: Partial<Record<PkiErrorCode, ErrorCode>> = {
  wrong_signature: 'certificates.proof_failed',
  weak_key: 'certificates.key_weak',
  unsupported_algorithm: 'certificates.algorithm_not_offered',
};

/**
 * Reads a certificate request the same way for whoever hands one in: its key and nothing else is taken.
 * @throws AppError certificates.request_unreadable, certificates.proof_failed, certificates.key_weak,
 * certificates.algorithm_not_offered
 */
export function readKey(csr: string, offered: readonly KeyAlgorithm[]): RequestedKey {
  const { publicKey, der } = read(csr);
  const algorithm = offered.find((one) => one === publicKey.algorithm);
  if (!algorithm) {
    throw new AppError('certificates.algorithm_not_offered');
  }
  return {
    algorithm,
    publicKeySha256: createHash('sha256').update(publicKey.publicKeyInfoDer).digest('hex'),
    csr: Buffer.from(der).toString('base64'),
  };
}

function read(csr: string) {
  try {
    return readCsr(csr);
  } catch (error) {
    if (error instanceof PkiError) {
      throw new AppError(REFUSALS[error.code] ?? 'certificates.request_unreadable', { cause: error });
    }
    throw error;
  }
}
