import { AppError } from '@acceptance/shared';
import { findAccount, phoneOf } from '../account';
import { storedPassword } from './account-password';
import { applicantSubject } from './applicant-subject';
import { consumeSmsCode } from './consume-code';
import type { CodeDependencies } from './issue-code';
import type { OpenSessionDependencies } from './open-session';
import { compareCounted, countAttempt, forgetAttempts } from './password-attempts';
import { hashPassword, passwordMatches } from './password-hash';
import { refuseOwnNumber, refuseSamePassword } from './password-rules';
import { endSessions } from './sessions';
import { type TellDependencies, tellPasswordChanged } from './tell-password-changed';
import { distrustDevices } from './trusted-devices';

export type OwnPasswordDependencies = OpenSessionDependencies & TellDependencies;

/** Who asks, and from which session. */
export interface PasswordOwner {
  readonly accountId: string;
  readonly sessionId: string;
  readonly address: string;
  readonly now: Date;
}

/** Sets the first password of an account. @throws AppError auth.password_exists, request.invalid */
export async function setPassword(
  dependencies: OwnPasswordDependencies,
  { accountId, now }: PasswordOwner,
  newPassword: string,
): Promise<void> {
  const { accounts, cipher } = dependencies;
  const account = await findAccount(accounts, accountId);
  const phone = phoneOf(cipher, account);
  refuseOwnNumber(newPassword, phone);
  const result = await accounts.updateOne(
    { _id: account._id, password: { $exists: false } },
    storedPassword(await hashPassword(newPassword), now),
  );
  if (result.modifiedCount === 0) {
    throw new AppError('auth.password_exists');
  }
  await tellPasswordChanged(dependencies, phone);
}

/**
 * Sets a password by a code for that purpose; everything ends but the session that asks, and the owner is told.
 * @throws AppError auth.code_*, request.invalid
 */
export async function resetOwnPassword(
  dependencies: OwnPasswordDependencies & Pick<CodeDependencies, 'smsCodes'>,
  owner: PasswordOwner,
  { code, newPassword }: { code: string; newPassword: string },
): Promise<void> {
  const { accounts, cipher } = dependencies;
  const account = await findAccount(accounts, owner.accountId);
  const phone = phoneOf(cipher, account);
  refuseOwnNumber(newPassword, phone);
  await consumeSmsCode(dependencies, { phone, code, purpose: 'reset-password', now: owner.now });
  await accounts.updateOne({ _id: account._id }, storedPassword(await hashPassword(newPassword), owner.now));
  await endOthers(dependencies, owner, phone);
  await forgetAttempts(dependencies, applicantSubject(phone));
  await tellPasswordChanged(dependencies, phone);
}

/** Ends everything that the old password opened, but for the session that asks. */
async function endOthers(
  { sessions, ...dependencies }: OwnPasswordDependencies,
  { accountId, sessionId, now }: PasswordOwner,
  phone: string,
): Promise<void> {
  await endSessions(sessions, { kind: 'applicant', subjectId: accountId, except: sessionId, now });
  const current = await sessions.findOne({ _id: sessionId }, { deviceKey: 1 }).lean<{ deviceKey?: string }>();
  await distrustDevices(dependencies, applicantSubject(phone), current?.deviceKey ?? null);
}

/**
 * Replaces a password by somebody who knows it; all other sessions end and their devices must prove themselves again.
 * Of parallel changes one succeeds. @throws AppError auth.password_wrong, auth.password_delayed, request.invalid
 */
export async function changePassword(
  dependencies: OwnPasswordDependencies,
  owner: PasswordOwner,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<void> {
  const { accounts, cipher } = dependencies;
  const { accountId, address, now } = owner;
  const account = await findAccount(accounts, accountId);
  const phone = phoneOf(cipher, account);
  refuseOwnNumber(newPassword, phone);
  refuseSamePassword(newPassword, currentPassword);
  const subject = `applicant-change:${accountId}`;
  const attempt = await countAttempt(dependencies, { subject, trustedDeviceId: null, address, now });
  const stored = account.password?.hash;
  if (!(await compareCounted(attempt, () => passwordMatches(currentPassword, stored)))) {
    throw new AppError('auth.password_wrong');
  }
  const result = await accounts.updateOne(
    { _id: account._id, 'password.hash': stored },
    storedPassword(await compareCounted(attempt, () => hashPassword(newPassword)), now),
  );
  if (result.modifiedCount === 0) {
    throw new AppError('auth.password_wrong');
  }
  await attempt.passed();
  await endOthers(dependencies, owner, phone);
  await tellPasswordChanged(dependencies, phone);
}
