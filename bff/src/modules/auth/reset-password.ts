import { AppError, type SmsCodeSent } from '@acceptance/shared';
import { findAccount, findAccountByPhone, phoneOf } from '../account';
import { storedPassword } from './account-password';
import { consumeSmsCode } from './consume-code';
import { applicantSubject } from './open-session';
import type { OwnPasswordDependencies } from './own-password';
import { forgetAttempts } from './password-attempts';
import { hashPassword } from './password-hash';
import { refuseOwnNumber } from './password-rules';
import { giveBack, type PictureCodeDependencies, takePicture } from './picture-codes';
import { requestSmsCode, type SmsCodeDependencies } from './request-sms-code';
import { endSessions } from './sessions';
import { tellPasswordChanged } from './tell-password-changed';
import { distrustDevices, trustDevice } from './trusted-devices';

export type ResetDependencies = OwnPasswordDependencies & SmsCodeDependencies & PictureCodeDependencies;

/**
 * Sends a code for a new password to a number, against a picture. Numbers without an account get one too: the answer,
 * the time and the message are the same. When no message can be sent the picture stays good.
 * @throws AppError auth.picture_wrong and those of `requestSmsCode`
 */
export async function requestPasswordReset(
  dependencies: ResetDependencies,
  { phone, pictureId, pictureAnswer }: { phone: string; pictureId: string; pictureAnswer: string },
  now: Date,
): Promise<SmsCodeSent> {
  const picture = await takePicture(dependencies, { pictureId, answer: pictureAnswer, now });
  try {
    return await requestSmsCode(dependencies, { phone, purpose: 'reset-password', now });
  } catch (error) {
    if (error instanceof AppError && error.code === 'auth.sms_unavailable') {
      await giveBack(dependencies.pictureCodes, picture);
    }
    throw error;
  }
}

/** The same for somebody who is signed in already, to their own number: there is no picture to be read. */
export async function requestOwnPasswordReset(
  dependencies: ResetDependencies,
  accountId: string,
  now: Date,
): Promise<SmsCodeSent> {
  const account = await findAccount(dependencies.accounts, accountId);
  const phone = phoneOf(dependencies.cipher, account);
  return requestSmsCode(dependencies, { phone, purpose: 'reset-password', now });
}

interface Reset {
  readonly phone: string;
  readonly code: string;
  readonly newPassword: string;
  /** The device that asks is trusted from now on. */
  readonly deviceId?: string;
}

/**
 * Sets a new password by a code for that purpose; all sessions end and the owner is told.
 * @throws AppError auth.code_*, auth.account_unknown, request.invalid
 */
export async function resetPassword(dependencies: ResetDependencies, input: Reset, now: Date): Promise<void> {
  const { phone, code, newPassword, deviceId } = input;
  const { accounts, sessions } = dependencies;
  refuseOwnNumber(newPassword, phone);
  await consumeSmsCode(dependencies, { phone, code, purpose: 'reset-password', now });
  const account = await findAccountByPhone(dependencies, phone);
  if (!account) {
    throw new AppError('auth.account_unknown');
  }
  await accounts.updateOne({ _id: account._id }, storedPassword(await hashPassword(newPassword), now));
  const subject = applicantSubject(phone);
  await endSessions(sessions, { kind: 'applicant', subjectId: account._id.toHexString(), except: null, now });
  await distrustDevices(dependencies, subject);
  await forgetAttempts(dependencies, subject);
  if (deviceId) {
    await trustDevice(dependencies, { subject, deviceId, now });
  }
  await tellPasswordChanged(dependencies, phone);
}
