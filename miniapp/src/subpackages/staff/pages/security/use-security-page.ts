import { type AuthenticatorKey, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';

/** State and acts of one's own second factor: begin, scan, confirm, keep the recovery codes; or remove it. */
export function useSecurityPage() {
  const load = useLoad(
    async () => {
      const [staff, factor] = await Promise.all([
        call(endpoints.staff.readStaff),
        call(endpoints.staff.readSecondFactor),
      ]);
      return { staff, factor };
    },
    '',
    { onShow: false },
  );
  const [authenticator, setAuthenticator] = useState<AuthenticatorKey | null>(null);
  const [recoveryCodes, setRecoveryCodes] = useState<readonly string[] | null>(null);
  const form = useFields({
    password: (password) => (password ? null : TEXT.passwordMissing),
    code: (code) => (code.trim().length >= 6 ? null : TEXT.firstCodeMissing),
  });

  const begin = useAction(async () => {
    if (form.pass('password')) {
      setAuthenticator(await call(endpoints.staff.beginSecondFactor, { body: { password: form.values.password } }));
    }
  });
  const confirm = useAction(async () => {
    if (form.pass('code')) {
      const made = await call(endpoints.staff.confirmSecondFactor, { body: { code: form.values.code } });
      setRecoveryCodes(made.recoveryCodes);
      setAuthenticator(null);
      form.clear();
    }
  });
  const remove = useAction(async () => {
    if (form.pass('password', 'code')) {
      const { password, code: secondFactor } = form.values;
      await call(endpoints.staff.removeSecondFactor, { body: { password, secondFactor } });
      form.clear();
      say(TEXT.removed);
      await load.reload();
    }
  });
  return { load, authenticator, recoveryCodes, form, begin, confirm, remove };
}
