import { AppError, type CertificateAnswer, type FactorCertificate, type StepUp } from '@acceptance/shared';
import { recordIdOf } from '../../database/record-id';
import { noteAct } from '../../http/act-notes';
import { type AskDependencies, ask } from './ask-change';
import type { FactorCertificates } from './factor-certificates';
import type { StaffFactorCertificate } from './staff.model';
import { findStaff } from './staff-accounts';
import type { StaffCaller } from './staff-caller';
import type { StaffChangeRecord } from './staff-change.model';
import { stepUp } from './step-up';

/** One for each UKey that somebody works with, and one to spare. */
const MOST_CERTIFICATES = 5;

/** As the certificates of the keys stand today. */
export async function presentFactorCertificates(
  { factorCertificates }: { readonly factorCertificates: FactorCertificates },
  bound: readonly StaffFactorCertificate[],
): Promise<FactorCertificate[]> {
  return Promise.all(
    bound.map(async (one) => {
      const facts = await factorCertificates.factsOf(one.publicKeySha256);
      if (!facts) {
        throw new Error('a bound key has no certificate');
      }
      const { notAfter, ...certificate } = facts;
      return {
        ...certificate,
        id: recordIdOf(one),
        notAfter: notAfter.toISOString(),
        boundAt: one.boundAt.toISOString(),
      };
    }),
  );
}

/**
 * Asks for a certificate of ours to be a second factor of who asks. Its key answers here, and the certificate is checked as at
 * every use; it counts when another administrator has agreed, or time has passed, as with everything that lets somebody in.
 * @throws AppError staff.certificate_bound, staff.certificates_too_many, staff.change_waiting, auth.certificate_*, and as `stepUp`
 */
export async function askToBindCertificate(
  dependencies: AskDependencies,
  caller: StaffCaller,
  { newCertificate, ...proof }: StepUp & { readonly newCertificate: CertificateAnswer },
): Promise<StaffChangeRecord> {
  const { staffMembers, factorCertificates } = dependencies;
  const { staffId, sessionId, origin, now } = caller;
  const { username, displayName, factorCertificates: bound = [] } = await findStaff(staffMembers, staffId);
  if (bound.length >= MOST_CERTIFICATES) {
    throw new AppError('staff.certificates_too_many', { details: { most: MOST_CERTIFICATES } });
  }
  const { publicKeySha256, serialNumber } = await factorCertificates.prove({
    answer: newCertificate,
    sessionId,
    origin,
    now,
  });
  if (await staffMembers.exists({ 'factorCertificates.publicKeySha256': publicKeySha256 })) {
    throw new AppError('staff.certificate_bound');
  }
  const certificate = { publicKeySha256, serialNumber };
  const wish = { kind: 'bind-certificate' as const, memberId: staffId, username, displayName, certificate };
  return ask(dependencies, caller, proof, wish);
}

/**
 * Takes a certificate off, at once. Of two calls that would take the last two off one fails, where one is demanded.
 * @throws AppError staff.certificate_not_bound, auth.second_factor_last, and as `stepUp`
 */
export async function unbindCertificate(
  dependencies: AskDependencies,
  caller: StaffCaller,
  factorCertificateId: string,
  proof: StepUp,
): Promise<void> {
  const { staffMembers, staffPolicy } = dependencies;
  const { _id, factorCertificates = [] } = await findStaff(staffMembers, caller.staffId);
  const bound = factorCertificates.find((one) => recordIdOf(one) === factorCertificateId);
  if (!bound) {
    throw new AppError('staff.certificate_not_bound');
  }
  noteAct({ factorCertificate: factorCertificateId });
  await stepUp(dependencies, caller, proof);
  const another = { $or: [{ secondFactor: { $exists: true } }, { 'factorCertificates.1': { $exists: true } }] };
  const isBound = { _id, 'factorCertificates._id': bound._id };
  const { modifiedCount } = await staffMembers.updateOne(
    { ...isBound, ...(staffPolicy.secondFactorRequired && another) },
    { $pull: { factorCertificates: { _id: bound._id } } },
  );
  if (modifiedCount === 0) {
    throw new AppError(
      (await staffMembers.exists(isBound)) ? 'auth.second_factor_last' : 'staff.certificate_not_bound',
    );
  }
}
