import { type AuthenticatorKey, endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { say } from '../../../../features/ask';
import { useAction } from '../../../../features/use-action';
import { useFields } from '../../../../features/use-fields';
import { useLoad } from '../../../../features/use-load';
import { proofChecks, proofIn } from '../../desk/proof-fields';
import { useFactor } from '../../desk/use-factor';
import { STAFF_ACCOUNT_TEXT as TEXT } from '../../texts-accounts';
import type { Deed } from './use-factor-certificates';

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
  const [doing, setDoing] = useState<Deed | null>(null);
  const factor = useFactor(load.data?.factor ?? null);
  const form = useFields({
    ...proofChecks(factor),
    code: (code) => (code.trim().length >= 6 ? null : TEXT.firstCodeMissing),
  });

  const turnTo = (next: Deed | null) => {
    form.clear();
    factor.give(null);
    setDoing(next);
  };
  const begin = useAction(async () => {
    if (form.pass('password', 'secondFactor')) {
      setAuthenticator(await call(endpoints.staff.beginSecondFactor, { body: proofIn(form, factor) }));
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
    if (form.pass('password', 'secondFactor')) {
      await call(endpoints.staff.removeSecondFactor, { body: proofIn(form, factor) });
      turnTo(null);
      say(TEXT.removed);
      await load.reload();
    }
  });
  return { load, authenticator, recoveryCodes, factor, form, doing, turnTo, begin, confirm, remove };
}
