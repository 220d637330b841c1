import { type ApplicantSession, endpoints, TERMS_VERSION } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { applicantSession } from '../../api/sessions';
import { say } from '../../features/ask';
import { bindWechatSilently, markWechatBound } from '../../features/bind-wechat';
import { useAction } from '../../features/use-action';
import { navigateBack } from '../../platform/navigation';
import { wechatLoginCode } from '../../platform/wechat-login';
import { SIGN_IN_TEXT } from '../../text/sign-in';
import {
  agreedError,
  codeError,
  hasErrors,
  phoneError,
  type SignInErrors,
  type SignInForm,
  signInErrors,
} from './sign-in-form';

async function enter(session: ApplicantSession, bind: () => void): Promise<void> {
  applicantSession.start(session);
  bind();
  say(SIGN_IN_TEXT.welcome);
  await navigateBack('home');
}

/** State and acts of the sign-in page. */
export function useSignIn(startCountdown: (seconds: number) => void) {
  const [form, setForm] = useState<SignInForm>({ phone: '', code: '', agreed: false });
  const [errors, setErrors] = useState<SignInErrors>({});
  const [sentTo, setSentTo] = useState<string | null>(null);

  const change = (part: Partial<SignInForm>) => {
    setForm((before) => ({ ...before, ...part }));
    // What is being corrected must not stay red.
    setErrors((before) => ({ ...before, ...Object.fromEntries(Object.keys(part).map((field) => [field, null])) }));
  };
  const showErrors = (found: SignInErrors): boolean => {
    setErrors((before) => ({ ...before, ...found }));
    return hasErrors(found);
  };

  const sendCode = useAction(async () => {
    if (showErrors({ phone: phoneError(form.phone) })) {
      return;
    }
    const { resendAfterSeconds } = await call(endpoints.auth.requestSmsCode, { body: { phone: form.phone } });
    startCountdown(resendAfterSeconds);
    setSentTo(form.phone);
  });

  const signIn = useAction(async () => {
    if (showErrors(signInErrors(form))) {
      return;
    }
    const { phone, code } = form;
    const session = await call(endpoints.auth.signInWithSmsCode, {
      body: { phone, code, acceptedTermsVersion: TERMS_VERSION },
    });
    await enter(session, () => void bindWechatSilently());
  });

  const signInWithWechat = useAction(async (phoneCode: string) => {
    const loginCode = (await wechatLoginCode()) ?? undefined;
    const body = { phoneCode, loginCode, acceptedTermsVersion: TERMS_VERSION };
    const session = await call(endpoints.auth.signInWithWechatPhone, { body });
    const isBound = loginCode !== undefined && session.account.wechatBound;
    await enter(session, isBound ? markWechatBound : () => void bindWechatSilently());
  });

  const problem = signIn.problem ?? signInWithWechat.problem ?? sendCode.problem;
  return {
    form,
    change,
    errors: {
      phone: errors.phone ?? fieldMessage(problem, 'phone'),
      code: errors.code ?? fieldMessage(problem, 'code'),
      agreed: errors.agreed ?? null,
    },
    leavePhone: () => form.phone && showErrors({ phone: phoneError(form.phone) }),
    leaveCode: () => form.code && showErrors({ code: codeError(form.code) }),
    demandConsent: () => showErrors({ agreed: agreedError(form.agreed) }),
    problem,
    sentTo,
    sendCode,
    signIn,
    signInWithWechat,
  };
}
