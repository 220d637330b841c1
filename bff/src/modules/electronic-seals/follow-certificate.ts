import type { CertificateState, SealState } from '@acceptance/shared';
import { type CertificateModel, findCertificate } from '../certificates';
import { type BeginSealDependencies, beginSeal } from './begin-seal';
import type { ElectronicSealModel } from './electronic-seal.model';
import { findSeal } from './find-seals';

export interface FollowDependencies {
  readonly certificates: CertificateModel;
  readonly electronicSeals: ElectronicSealModel;
}

interface Change {
  readonly from: readonly SealState[];
  readonly to: SealState;
}

/** A seal is as good as its certificate; what is not made yet is not suspended either, but nobody makes it any more when it is over. */
const CHANGES: Partial<Record<CertificateState, Change>> = {
  issued: { from: ['suspended'], to: 'ready' },
  suspended: { from: ['ready'], to: 'suspended' },
  revoked: { from: ['making', 'failed', 'ready', 'suspended'], to: 'revoked' },
};

/** Rounds of a certificate that changes while it is looked at; by hand it changes once in seconds. */
const MOST_ROUNDS = 5;

/**
 * Makes the state of a certificate's seals that of the certificate. It looks again after it has written: what it read may have been
 * passed over by a later change, whose own job came before this write. @throws Error when it never holds still
 */
export async function followCertificate(
  { certificates, electronicSeals }: FollowDependencies,
  certificateId: string,
): Promise<void> {
  let seen: CertificateState | null = null;
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const { state } = await findCertificate(certificates, certificateId);
    const change = CHANGES[state];
    if (state === seen || !change) {
      return;
    }
    await electronicSeals.updateMany(
      { certificateId, state: { $in: [...change.from] } },
      { $set: { state: change.to } },
    );
    seen = state;
  }
  throw new Error('the certificate changes all the time');
}

/** Job of a seal: its certificate may have changed while it was being made. */
export async function followCertificateOfSeal(needs: FollowDependencies, sealId: string): Promise<void> {
  const { certificateId } = await findSeal(needs.electronicSeals, sealId);
  await followCertificate(needs, certificateId);
}

/** Job of a certificate, at each change of its state: what is valid has its seal, and its seals are what it is. */
export async function keepSeals(
  needs: FollowDependencies & BeginSealDependencies,
  certificateId: string,
): Promise<void> {
  const certificate = await findCertificate(needs.certificates, certificateId);
  if (certificate.state === 'issued' || certificate.state === 'suspended') {
    await beginSeal(needs, certificate);
  }
  await followCertificate(needs, certificateId);
}
