import { endpoints, TERMS_VERSION } from '@acceptance/shared';
import { useEffect, useState } from 'react';
import { call } from '../../api/client';
import { fieldMessage } from '../../api/problem';
import { bindWechatSilently } from '../../features/bind-wechat';
import { deviceId } from '../../features/device-id';
import { enter } from '../../features/sign-in/enter';
import type { Consent } from '../../features/sign-in/use-consent';
import { useAction } from '../../features/use-action';
import { useCountdown } from '../../features/use-countdown';
import { accountError, codeError, passwordError } from './sign-in-form';

type Field = 'account' | 'password' | 'code';
type Errors = Readonly<Record<Field, string | null>>;
const NO_ERRORS: Errors = { account: null, password: null, code: null };

/** State and acts of signing in by password; a new device is asked for a code besides. */
export function usePasswordSignIn(consent: Consent) {
  const [form, setForm] = useState<Readonly<Record<Field, string>>>({ account: '', password: '', code: '' });
  const [wrong, setWrong] = useState(NO_ERRORS);
  /** The masked number that a code was sent to; null before. */
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [newDevice, setNewDevice] = useState(false);
  const resend = useCountdown();
  const delay = useCountdown();

  const check = (field: Field): boolean => {
    const errorOf = { account: accountError, password: passwordError, code: codeError }[field];
    const found = errorOf(form[field]);
    setWrong((before) => ({ ...before, [field]: found }));
    return found === null;
  };

  const sendCode = useAction(async () => {
    if ([check('account'), check('password')].includes(false)) {
      return;
    }
    const { account, password } = form;
    const body = { account, password, deviceId: await deviceId() };
    const sent = await call(endpoints.auth.requestDeviceCode, { body });
    resend.start(sent.resendAfterSeconds);
    setSentTo(sent.phoneMasked);
  });

  const signIn = useAction(async () => {
    const checks = [check('account'), check('password'), !newDevice || check('code'), consent.demand()];
    if (checks.includes(false)) {
      return;
    }
    const { account, password, code } = form;
    const proof = { account, password, deviceId: await deviceId(), acceptedTermsVersion: TERMS_VERSION };
    const body = newDevice ? { ...proof, code } : proof;
    await enter(await call(endpoints.auth.signInWithPassword, { body }), () => void bindWechatSilently());
  });

  const refusal = signIn.problem ?? sendCode.problem;
  const isNewDevice = signIn.problem?.code === 'auth.device_code_required';
  const waitSeconds = refusal?.code === 'auth.password_delayed' ? refusal.waitSeconds : null;
  useEffect(() => {
    if (isNewDevice) {
      // The next thing is clear, so it is begun: the code is sent, and its field appears.
      setNewDevice(true);
      signIn.clearProblem();
      void sendCode.run();
    }
  }, [isNewDevice, signIn.clearProblem, sendCode.run]);
  useEffect(() => {
    if (waitSeconds !== null) {
      delay.start(waitSeconds);
    }
  }, [waitSeconds, delay.start]);

  const problem = isNewDevice ? null : refusal;
  return {
    ...form,
    change: (field: Field, value: string) => {
      setForm((before) => ({ ...before, [field]: value }));
      setWrong((before) => ({ ...before, [field]: null }));
      if (field === 'account') {
        // Another account: whether the device is known to it is asked anew.
        setNewDevice(false);
        setSentTo(null);
      }
    },
    errorOf: (field: Field) => wrong[field] ?? fieldMessage(problem, field),
    leave: (field: Field) => form[field] && check(field),
    problem,
    newDevice,
    sentTo,
    resendSeconds: resend.secondsLeft,
    delaySeconds: delay.secondsLeft,
    sendCode,
    signIn,
  };
}
