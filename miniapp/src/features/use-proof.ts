import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../api/client';
import { checkSignInField } from './check-sign-in-field';
import { useAction } from './use-action';
import { useCountdown } from './use-countdown';
import { useFields } from './use-fields';

/** A code to one's own number, asked for before something grave. */
export function useProof() {
  const form = useFields({ code: (code) => checkSignInField('code', code) });
  const [sent, setSent] = useState(false);
  const countdown = useCountdown();
  const sendCode = useAction(async () => {
    const { resendAfterSeconds } = await call(endpoints.personalData.requestProof);
    setSent(true);
    countdown.start(resendAfterSeconds);
  });
  return { form, sent, secondsLeft: countdown.secondsLeft, sendCode };
}
