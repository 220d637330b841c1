import { AppError, looksLikeEmail, type SmsCodeSent } from '@acceptance/shared';
import type { PortError } from '../../ports/port-error';
import { findAccount, findAccountByEmail, findAccountByPhone, phoneOf } from '../account';
import { storedPassword } from './account-password';
import { applicantSubject } from './applicant-subject';
import { consumeCode } from './consume-code';
import { type CodeAddress, issueCode } from './issue-code';
import type { OwnPasswordDependencies } from './own-password';
import { forgetAttempts } from './password-attempts';
import { hashPassword } from './password-hash';
import { refuseOwnNumber } from './password-rules';
import { giveBack, type PictureCodeDependencies, takePicture } from './picture-codes';
import { requestSmsCode, type SmsCodeDependencies } from './request-sms-code';
import type { PictureAnswer } from './sending-budget';
import { endSessions } from './sessions';
import { tellPasswordChanged } from './tell-password-changed';
import { distrustDevices, trustDevice } from './trusted-devices';

const addressOf = (account: string): CodeAddress => ({
  kind: looksLikeEmail(account) ? 'email' : 'phone',
  value: account,
});

export type ResetDependencies = OwnPasswordDependencies & SmsCodeDependencies & PictureCodeDependencies;

/**
 * Sends the code of an e-mail address to the number of its account. An address that nobody has gets a code as well, which
 * goes nowhere, and the message is not waited for: answer and time are the same.
 */
async function requestByEmail(
  dependencies: ResetDependencies,
  email: string,
  deviceId: string | undefined,
  now: Date,
): Promise<SmsCodeSent> {
  const { cipher, smsSender, logger } = dependencies;
  const account = await findAccountByEmail(dependencies, email);
  return issueCode(
    dependencies,
    { address: addressOf(email), purpose: 'reset-password', deviceId, now },
    async (message) => {
      if (account) {
        smsSender.send(phoneOf(cipher, account), { kind: 'sign-in-code', ...message }).catch((error: unknown) => {
          const { failure, vendorCode } = error as Partial<PortError>;
          logger.warn({ failure, vendorCode }, 'a code for a new password was not sent');
        });
      }
    },
  );
}

/**
 * Sends a code for a new password to the number of an account, against a picture. Numbers without an account get one too:
 * the answer, the time and the message are the same. When no message can be sent to a number the picture stays good.
 * @throws AppError auth.picture_wrong and those of `requestSmsCode`
 */
export async function requestPasswordReset(
  dependencies: ResetDependencies,
  { account, deviceId, pictureId, pictureAnswer }: PictureAnswer & { account: string; deviceId?: string },
  now: Date,
): Promise<SmsCodeSent> {
  const picture = await takePicture(dependencies, { pictureId, answer: pictureAnswer, now });
  if (looksLikeEmail(account)) {
    return requestByEmail(dependencies, account, deviceId, now);
  }
  try {
    // A picture has been read already: none is asked for again.
    return await requestSmsCode(dependencies, {
      phone: account,
      purpose: 'reset-password',
      deviceId,
      isOwner: true,
      now,
    });
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
  return requestSmsCode(dependencies, { phone, purpose: 'reset-password', isOwner: true, now });
}

interface Reset {
  /** Mobile number or confirmed e-mail address, as the code was asked for. */
  readonly account: string;
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
  const { account: name, code, newPassword, deviceId } = input;
  const { accounts, sessions, cipher } = dependencies;
  refuseOwnNumber(newPassword, name);
  await consumeCode(dependencies, { address: addressOf(name), code, purpose: 'reset-password', deviceId, now });
  const account = await (looksLikeEmail(name) ? findAccountByEmail : findAccountByPhone)(dependencies, name);
  if (!account) {
    throw new AppError('auth.account_unknown');
  }
  const phone = phoneOf(cipher, account);
  refuseOwnNumber(newPassword, phone);
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
