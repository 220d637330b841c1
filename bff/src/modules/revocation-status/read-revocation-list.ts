import { AppError } from '@acceptance/shared';
import type { CertificateAuthority, CertificateRevocationList } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';

/** @throws AppError request.not_found for a key that is none of the authority's, server.unavailable */
export async function readRevocationList(
  { certificateAuthority }: { readonly certificateAuthority: CertificateAuthority },
  authorityKeyId: string,
): Promise<CertificateRevocationList> {
  try {
    return await certificateAuthority.revocationList(authorityKeyId);
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    throw new AppError(error.failure === 'rejected' ? 'request.not_found' : 'server.unavailable', { cause: error });
  }
}
