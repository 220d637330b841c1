import { ocspFailure, ocspRequestOfPath, PkiError } from '../../pki';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';

/** The request that stands in an address; null when it is none. */
export function requestInPath(path: string): Uint8Array | null {
  try {
    return ocspRequestOfPath(path);
  } catch (error) {
    if (error instanceof PkiError) {
      return null;
    }
    throw error;
  }
}

/**
 * Whoever asks speaks OCSP and nothing else: also that we cannot answer is said in its words (RFC 6960, 2.3). An authority with a
 * responder of its own has another address in its certificates: who asks here all the same asks the wrong one.
 */
export async function answerStatusRequest(
  { certificateAuthority }: { readonly certificateAuthority: CertificateAuthority },
  requestDer: Uint8Array | null,
): Promise<Uint8Array> {
  if (!certificateAuthority.answerStatusRequest) {
    return ocspFailure('unauthorized');
  }
  if (!requestDer) {
    return ocspFailure('malformedRequest');
  }
  try {
    return await certificateAuthority.answerStatusRequest(requestDer);
  } catch (error) {
    if (error instanceof PortError) {
      return ocspFailure('tryLater');
    }
    throw error;
  }
}
