import { endpoints, newPasswordSchema, signInAccountSchema, smsCodeSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { SECURITY_TEXT } from '../../texts-security';

/** State and acts of a forgotten password: picture, then code, then the new one. */
export function useForgotPassword() {
  const picture = useLoad(() => call(endpoints.auth.requestPicture), 'picture', { onShow: false });
  const form = useFields({
    account: (account) => checkField(signInAccountSchema, account),
    pictureAnswer: (answer) => (answer.trim() ? null : SECURITY_TEXT.pictureMissing),
    code: (code) => checkField(smsCodeSchema, code),
    newPassword: (password) => checkField(newPasswordSchema, password),
  });
  /** The account whose number a code was sent to; null in the first step. */
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();

  const anotherPicture = async () => {
    form.change('pictureAnswer', '');
    await picture.reload();
  };

  const sendCode = useAction(async () => {
    if (!picture.data || !form.pass('account', 'pictureAnswer')) {
      return;
    }
    const { account, pictureAnswer } = form.values;
    const body = { account, pictureAnswer, pictureId: picture.data.pictureId, deviceId: await deviceId() };
    try {
      const { resendAfterSeconds } = await call(endpoints.auth.requestPasswordReset, { body });
      setSentTo(account.trim());
      countdown.start(resendAfterSeconds);
    } finally {
      // A picture is good for one answer.
      await anotherPicture();
    }
  });

  const reset = useAction(async () => {
    if (!form.pass('code', 'newPassword')) {
      return;
    }
    const { account, code, newPassword } = form.values;
    await call(endpoints.auth.resetPassword, { body: { account, code, newPassword, deviceId: await deviceId() } });
    say(SECURITY_TEXT.resetDone);
    await navigateBack('signIn');
  });

  return {
    picture,
    form,
    sentTo,
    secondsLeft: countdown.secondsLeft,
    sendCode,
    reset,
    anotherPicture,
    startOver: () => {
      setSentTo(null);
      reset.clearProblem();
    },
  };
}
