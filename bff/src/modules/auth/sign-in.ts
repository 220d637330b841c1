import { AppError, type ApplicantSession, TERMS_VERSION } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import type { WechatPlatform } from '../../ports/wechat-platform';
import { type AccountModel, findAccount, presentAccount, registerAccount } from '../account';
import { asWechatError, bindWechat } from './bind-wechat';
import { consumeSmsCode } from './consume-sms-code';
import { type SessionDependencies, startSession } from './sessions';
import type { SmsCodeModel } from './sms-code.model';

export interface SignInDependencies extends SessionDependencies {
  readonly accounts: AccountModel;
  readonly smsCodes: SmsCodeModel;
  readonly cipher: FieldCipher;
  readonly wechatPlatform: WechatPlatform;
}

interface Device {
  readonly userAgent: string;
  readonly now: Date;
}

function refuseOutdatedTerms(version: string): void {
  if (version !== TERMS_VERSION) {
    throw new AppError('auth.terms_outdated');
  }
}

async function openSession(
  dependencies: SignInDependencies,
  phone: string,
  termsVersion: string,
  { userAgent, now }: Device,
): Promise<ApplicantSession> {
  const account = await registerAccount(dependencies, { phone, termsVersion, now });
  const subjectId = account._id.toHexString();
  const tokens = await startSession(dependencies, { kind: 'applicant', subjectId, userAgent, now });
  return { ...tokens, account: presentAccount(account) };
}

/** Sign-in by SMS code; the first one registers. @throws AppError auth.code_*, auth.terms_outdated */
export async function signInWithSmsCode(
  dependencies: SignInDependencies,
  input: { phone: string; code: string; acceptedTermsVersion: string },
  device: Device,
): Promise<ApplicantSession> {
  refuseOutdatedTerms(input.acceptedTermsVersion);
  await consumeSmsCode(dependencies, { phone: input.phone, code: input.code, now: device.now });
  return openSession(dependencies, input.phone, input.acceptedTermsVersion, device);
}

function ignoreBinding(error: unknown): void {
  if (!(error instanceof AppError)) {
    throw error;
  }
}

/** Sign-in by the phone number that WeChat knows. @throws AppError auth.wechat_*, auth.terms_outdated */
export async function signInWithWechatPhone(
  dependencies: SignInDependencies,
  input: { phoneCode: string; loginCode?: string; acceptedTermsVersion: string },
  device: Device,
): Promise<ApplicantSession> {
  refuseOutdatedTerms(input.acceptedTermsVersion);
  const phone = await dependencies.wechatPlatform.exchangePhoneCode(input.phoneCode).catch((error: unknown) => {
    throw asWechatError(error);
  });
  const session = await openSession(dependencies, phone, input.acceptedTermsVersion, device);
  if (!input.loginCode) {
    return session;
  }
  // The phone code is used up and paid for: a binding that fails is made up for later, it does not undo the sign-in.
  await bindWechat(dependencies, { accountId: session.account.id, loginCode: input.loginCode }).catch(ignoreBinding);
  return { ...session, account: presentAccount(await findAccount(dependencies.accounts, session.account.id)) };
}
