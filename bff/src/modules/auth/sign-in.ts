import { AppError } from '@acceptance/shared';
import type { WechatPlatform } from '../../ports/wechat-platform';
import { findAccount, presentAccount } from '../account';
import { asWechatError, bindWechat } from './bind-wechat';
import { consumeSmsCode } from './consume-code';
import {
  type OpenedApplicantSession,
  type OpenSessionDependencies,
  openSession,
  refuseOutdatedTerms,
  type SignInDevice,
} from './open-session';
import type { SmsCodeModel } from './sms-code.model';

export interface SignInDependencies extends OpenSessionDependencies {
  readonly smsCodes: SmsCodeModel;
  readonly wechatPlatform: WechatPlatform;
}

/** Sign-in by SMS code; the first one registers. @throws AppError auth.code_*, auth.terms_outdated */
export async function signInWithSmsCode(
  dependencies: SignInDependencies,
  input: { phone: string; code: string; acceptedTermsVersion: string; deviceId?: string },
  device: SignInDevice,
): Promise<OpenedApplicantSession> {
  refuseOutdatedTerms(input.acceptedTermsVersion);
  await consumeSmsCode(dependencies, {
    phone: input.phone,
    code: input.code,
    purpose: 'sign-in',
    deviceId: input.deviceId,
    now: device.now,
  });
  return openSession(dependencies, input, device);
}

function ignoreBinding(error: unknown): void {
  if (!(error instanceof AppError)) {
    throw error;
  }
}

/** Sign-in by the phone number that WeChat knows. @throws AppError auth.wechat_*, auth.terms_outdated */
export async function signInWithWechatPhone(
  dependencies: SignInDependencies,
  input: { phoneCode: string; loginCode?: string; acceptedTermsVersion: string; deviceId?: string },
  device: SignInDevice,
): Promise<OpenedApplicantSession> {
  refuseOutdatedTerms(input.acceptedTermsVersion);
  const phone = await dependencies.wechatPlatform.exchangePhoneCode(input.phoneCode).catch((error: unknown) => {
    throw asWechatError(error);
  });
  const session = await openSession(dependencies, { ...input, phone }, device);
  if (!input.loginCode) {
    return session;
  }
  // The phone code is used up and paid for: a binding that fails is made up for later, it does not undo the sign-in.
  await bindWechat(dependencies, { accountId: session.account.id, loginCode: input.loginCode }).catch(ignoreBinding);
  return { ...session, account: presentAccount(await findAccount(dependencies.accounts, session.account.id)) };
}
