import type { KeyTies } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { iso, type OrderRecord } from '../orders';
import type { ProjectModel, ProjectRecord } from '../projects';
import type { CertificateModel, CertificateRecord } from './certificate.model';

/** A seal of a certificate, as the area of the seals tells it. */
export type TiedSeal = KeyTies['seals'][number];

export interface KeyTiesDependencies {
  readonly certificates: CertificateModel;
  readonly projects: ProjectModel;
  /** Those that are not over. */
  readonly sealsOfCertificate: (certificateId: string) => Promise<readonly TiedSeal[]>;
}

/** More than anybody is shown; nobody has as many at once. */
const MOST_OTHERS = 20;

/** The holder's other certificates that can be used now. */
const livingOthers = (
  certificates: CertificateModel,
  { _id, accountId }: CertificateRecord,
  now: Date,
): Promise<CertificateRecord[]> =>
  certificates
    .find({ accountId, _id: { $ne: _id }, state: { $in: ['issued', 'suspended'] }, notAfter: { $gt: now } })
    .sort({ _id: -1 })
    .limit(MOST_OTHERS)
    .lean<CertificateRecord[]>();

/**
 * What hangs on a certificate's key as far as we know of it, and what its project asks the holder to have thought of besides: today's
 * questions, for platforms change; those of the order where the project is gone.
 */
export async function readKeyTies(
  { certificates, projects, sealsOfCertificate }: KeyTiesDependencies,
  record: CertificateRecord,
  { project: { id, certificate } }: OrderRecord,
  now: Date,
): Promise<KeyTies> {
  const [project, others, seals] = await Promise.all([
    projects.findById(id).lean<ProjectRecord | null>(),
    livingOthers(certificates, record, now),
    sealsOfCertificate(recordIdOf(record)),
  ]);
  return {
    seals: [...seals],
    provedAt: iso(record.provedAt ?? null),
    otherCertificates: others.map((other) => ({
      id: recordIdOf(other),
      orderNumber: other.orderNumber,
      projectName: other.projectName,
      sharesKey: other.publicKeySha256 === record.publicKeySha256,
    })),
    questions: (project?.certificate ?? certificate).renewalQuestions ?? [],
  };
}
