import { AppError } from '@acceptance/shared';
import type { CertificateAuthority, CertificateRevocationList } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';

/**
 * The list of an authority that has no place of its own for it. One that has is not asked in the name of whoever calls:
 * its certificates say where the list is.
 * @throws AppError revocation_status.published_elsewhere, request.not_found for a key that is none of the authority's,
 * server.unavailable
 */
export async function readRevocationList(
  { certificateAuthority }: { readonly certificateAuthority: CertificateAuthority },
  authorityKeyId: string,
): Promise<CertificateRevocationList> {
  if (!certificateAuthority.answerStatusRequest) {
    throw new AppError('revocation_status.published_elsewhere');
  }
  try {
    return await certificateAuthority.revocationList(authorityKeyId);
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    throw new AppError(error.failure === 'rejected' ? 'request.not_found' : 'server.unavailable', { cause: error });
  }
}
