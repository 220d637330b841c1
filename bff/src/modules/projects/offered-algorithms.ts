import type { KeyAlgorithm } from '@acceptance/shared';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import type { ProjectRecord } from './project.model';

export interface OfferedAlgorithmsDependencies {
  readonly certificateAuthority: Pick<CertificateAuthority, 'abilities'>;
}

/**
 * The kinds of keys that a project's certificates may have, in its own order: those that the authority signs. Not every
 * authority knows SM2, and projects are older than the settings.
 */
export const offeredAlgorithms = (
  { certificateAuthority: { abilities } }: OfferedAlgorithmsDependencies,
  { certificate }: Pick<ProjectRecord, 'certificate'>,
): KeyAlgorithm[] => certificate.algorithms.filter((algorithm) => abilities.algorithms.includes(algorithm));
