import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { bindWechatSilently, markWechatBound } from '../../features/bind-wechat';
import { deviceId } from '../../features/device-id';
import { enter } from '../../features/sign-in/enter';
import type { Consent } from '../../features/sign-in/use-consent';
import { useAction } from '../../features/use-action';
import { useCountdown } from '../../features/use-countdown';
import { usePicture } from '../../features/use-picture';
import { wechatLoginCode } from '../../platform/wechat-login';
import { codeError, phoneError } from './sign-in-form';

/** State and acts of signing in by a code, or by the number that WeChat knows. */
export function useCodeSignIn(consent: Consent) {
  const [phone, setPhone] = useState('');
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<{ phone: string | null; code: string | null }>({ phone: null, code: null });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const picture = usePicture();

  const checkPhone = (): boolean => {
    const found = phoneError(phone);
    setWrong((before) => ({ ...before, phone: found }));
    return found === null;
  };
  const checkCode = (): boolean => {
    const found = codeError(code);
    setWrong((before) => ({ ...before, code: found }));
    return found === null;
  };

  const sendCode = useAction(async () => {
    if (!checkPhone()) {
      return;
    }
    const { resendAfterSeconds } = await picture.ask((wish) =>
      call(endpoints.auth.requestSmsCode, { body: { phone, ...wish } }),
    );
    countdown.start(resendAfterSeconds);
    setSentTo(phone);
  });

  const signIn = useAction(async () => {
    // All of them, so that everything wrong is marked at once.
    const checks = [checkPhone(), checkCode(), consent.demand()];
    if (checks.includes(false)) {
      return;
    }
    const body = { phone, code, acceptedTermsVersion: TERMS_VERSION, deviceId: await deviceId() };
    await enter(await call(endpoints.auth.signInWithSmsCode, { body }), () => void bindWechatSilently());
  });

  const signInWithWechat = useAction(async (phoneCode: string) => {
    const loginCode = (await wechatLoginCode()) ?? undefined;
    const body = { phoneCode, loginCode, acceptedTermsVersion: TERMS_VERSION, deviceId: await deviceId() };
    const session = await call(endpoints.auth.signInWithWechatPhone, { body });
    const isBound = loginCode !== undefined && session.account.wechatBound;
    await enter(session, isBound ? markWechatBound : () => void bindWechatSilently());
  });

  const problem = signIn.problem ?? signInWithWechat.problem ?? sendCode.problem;
  return {
    phone,
    code,
    changePhone: (next: string) => {
      setPhone(next);
      // What is being corrected must not stay red.
      setWrong((before) => ({ ...before, phone: null }));
    },
    changeCode: (next: string) => {
      setCode(next);
      setWrong((before) => ({ ...before, code: null }));
    },
    phoneError: wrong.phone ?? fieldMessage(problem, 'phone'),
    codeError: wrong.code ?? fieldMessage(problem, 'code'),
    leavePhone: () => phone && checkPhone(),
    leaveCode: () => code && checkCode(),
    problem,
    picture,
    sentTo,
    secondsLeft: countdown.secondsLeft,
    sendCode,
    signIn,
    signInWithWechat,
  };
}
