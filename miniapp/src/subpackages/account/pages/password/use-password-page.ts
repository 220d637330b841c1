import { endpoints, newPasswordSchema, smsCodeSchema } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { checkField } from '../../../../features/check-field';
import { useAction } from '../../../../features/use-action';
import { useCountdown } from '../../../../features/use-countdown';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { navigateBack } from '../../../../platform/navigation';
import { SECURITY_TEXT } from '../../texts-security';

/** `set`: there is none yet. `change`: by the current one. `reset`: the current one is forgotten, by a code. */
type Mode = 'set' | 'change' | 'reset';

/** State and acts of one's own password. */
export function usePasswordPage() {
  const profile = useLoad(() => call(endpoints.account.readProfile), '', { onShow: false });
  const [forgotten, setForgotten] = useState(false);
  const [sent, setSent] = useState(false);
  const countdown = useCountdown();
  const form = useFields({
    currentPassword: (password) => (password ? null : SECURITY_TEXT.currentMissing),
    code: (code) => checkField(smsCodeSchema, code),
    newPassword: (password) => checkField(newPasswordSchema, password),
  });
  const mode: Mode = !profile.data?.hasPassword ? 'set' : forgotten ? 'reset' : 'change';

  const sendCode = useAction(async () => {
    const { resendAfterSeconds } = await call(endpoints.auth.requestOwnPasswordReset);
    setSent(true);
    countdown.start(resendAfterSeconds);
  });

  const SEND: Readonly<Record<Mode, () => Promise<unknown>>> = {
    set: () => call(endpoints.auth.setPassword, { body: { newPassword: form.values.newPassword } }),
    change: () => {
      const { currentPassword, newPassword } = form.values;
      return call(endpoints.auth.changePassword, { body: { currentPassword, newPassword } });
    },
    reset: () => {
      const { code, newPassword } = form.values;
      return call(endpoints.auth.resetOwnPassword, { body: { code, newPassword } });
    },
  };
  const FIELDS = { set: [], change: ['currentPassword'], reset: ['code'] } as const;

  const save = useAction(async () => {
    if (!form.pass(...FIELDS[mode], 'newPassword')) {
      return;
    }
    await SEND[mode]();
    say(SECURITY_TEXT.done);
    await navigateBack('profile');
  });

  return {
    profile,
    mode,
    form,
    save,
    sendCode,
    sent,
    secondsLeft: countdown.secondsLeft,
    forget: (isForgotten: boolean) => {
      save.clearProblem();
      setForgotten(isForgotten);
    },
  };
}
