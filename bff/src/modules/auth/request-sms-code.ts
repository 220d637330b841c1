import { AppError, type SmsCodeSent } from '@acceptance/shared';
import { PortError } from '../../ports/port-error';
import type { SmsSender } from '../../ports/sms-sender';
import { applicantSubject } from './applicant-subject';
import { type CodeDependencies, type CodePurpose, issueCode } from './issue-code';
import { type PictureAnswer, type SendingBudgetDependencies, takeSending } from './sending-budget';
import { isDeviceTrusted, type TrustedDeviceDependencies } from './trusted-devices';

export interface SmsCodeDependencies extends CodeDependencies, TrustedDeviceDependencies, SendingBudgetDependencies {
  readonly smsSender: SmsSender;
}

function failureOf(error: unknown): unknown {
  if (!(error instanceof PortError)) {
    return error;
  }
  if (error.failure === 'rejected') {
    return new AppError('auth.phone_rejected', { cause: error });
  }
  return new AppError(error.failure === 'rate-limited' ? 'auth.code_daily_limit' : 'auth.sms_unavailable', {
    cause: error,
  });
}

export interface CodeRequest {
  readonly phone: string;
  readonly purpose?: CodePurpose;
  readonly deviceId?: string;
  /** A picture that was read; taken only when one is asked for. */
  readonly picture?: PictureAnswer;
  /** Who asks has proved to be the number's owner already, by a session or the password. */
  readonly isOwner?: boolean;
  readonly now: Date;
}

/**
 * Sends a code to a mobile number, by default for signing in; the answer is the same for known and unknown numbers.
 * Whoever is not known to own the number shares a budget with all others who are not, and proves to be no machine after
 * the first few: they can neither use up nor void what the owner's own devices are sent.
 * @throws AppError auth.code_too_soon, auth.code_daily_limit, auth.picture_required, auth.picture_wrong,
 * auth.sms_unavailable, auth.phone_rejected
 */
export async function requestSmsCode(
  dependencies: SmsCodeDependencies,
  { phone, purpose = 'sign-in', deviceId, picture, isOwner = false, now }: CodeRequest,
): Promise<SmsCodeSent> {
  const subject = applicantSubject(phone);
  const isKnown =
    isOwner || (deviceId !== undefined && (await isDeviceTrusted(dependencies, { subject, deviceId, now })));
  const address = { kind: 'phone', value: phone } as const;
  return issueCode(dependencies, { address, purpose, deviceId, now }, async (message) => {
    const taken = await takeSending(dependencies, { phone, purpose, isKnown, picture, now });
    try {
      await dependencies.smsSender.send(phone, { kind: 'sign-in-code', ...message });
    } catch (error) {
      await taken.giveBack();
      throw failureOf(error);
    }
  });
}
