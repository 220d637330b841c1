import { accountEmailSchema, endpoints, smsCodeSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { ask, say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { SECURITY_TEXT } from '../../texts-security';

/** State and acts of one's e-mail address. */
export function useEmailPage() {
  const profile = useLoad(() => call(endpoints.account.readProfile), '', { onShow: false });
  const [sentTo, setSentTo] = useState<string | null>(null);
  const countdown = useCountdown();
  const form = useFields({
    email: (email) => checkField(accountEmailSchema, email),
    code: (code) => checkField(smsCodeSchema, code),
  });

  const sendCode = useAction(async () => {
    if (!form.pass('email')) {
      return;
    }
    const { email } = form.values;
    const { resendAfterSeconds } = await call(endpoints.auth.requestEmailCode, { body: { email } });
    countdown.start(resendAfterSeconds);
    setSentTo(email.trim());
  });

  const confirm = useAction(async () => {
    if (!form.pass('email', 'code')) {
      return;
    }
    await call(endpoints.auth.confirmEmail, { body: form.values });
    say(SECURITY_TEXT.emailDone);
    await navigateBack('profile');
  });

  const remove = useAction(async () => {
    const { removeEmailTitle: title, removeEmailText: text, remove: confirmLabel } = SECURITY_TEXT;
    if (!(await ask({ title, text, confirm: confirmLabel, dangerous: true }))) {
      return;
    }
    await call(endpoints.auth.removeEmail);
    say(SECURITY_TEXT.emailRemoved);
    await profile.reload();
  });

  return { profile, form, sentTo, secondsLeft: countdown.secondsLeft, sendCode, confirm, remove };
}
