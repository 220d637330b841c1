import type { KeyAlgorithm } from '@acceptance/shared';
import type { CertificateAuthority } from '../../ports/certificate-authority';
import type { OrderRecord } from '../orders';

export interface OfferedAlgorithmsDependencies {
  readonly certificateAuthority: Pick<CertificateAuthority, 'abilities'>;
}

/**
 * The kinds of keys that an order's certificate may have, in the order of its project: those that the authority signs. Not
 * every authority knows SM2, and projects are older than the settings.
 */
export function offeredAlgorithms(
  { certificateAuthority: { abilities } }: OfferedAlgorithmsDependencies,
  { project }: Pick<OrderRecord, 'project'>,
): KeyAlgorithm[] {
  return project.certificate.algorithms.filter((algorithm) => abilities.algorithms.includes(algorithm));
}
