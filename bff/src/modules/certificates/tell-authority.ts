import type { JobRun } from '../../jobs/job-handler';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import type { CertificateModel } from './certificate.model';
import { findCertificate } from './find-certificates';

export interface TellAuthorityDependencies {
  readonly certificates: CertificateModel;
  readonly certificateAuthority: CertificateAuthority;
}

/**
 * Job: makes the authority's state of a certificate ours. It reads what holds now, so that of several changes it does not
 * matter in which order their jobs run, nor how often. @throws PortError
 */
export async function tellAuthority(
  { certificates, certificateAuthority }: TellAuthorityDependencies,
  { ownerId }: Pick<JobRun, 'ownerId'>,
): Promise<void> {
  const { state, revocation, serialNumber } = await findCertificate(certificates, ownerId);
  if (!serialNumber) {
    return;
  }
  if (revocation) {
    return certificateAuthority.revoke(serialNumber, revocation.reason);
  }
  if (state === 'suspended') {
    return certificateAuthority.revoke(serialNumber, 'certificateHold');
  }
  const known = await certificateAuthority.status(serialNumber);
  if (known.state === 'revoked' && known.reason === 'certificateHold') {
    await certificateAuthority.release(serialNumber);
  }
}
