import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { fieldMessage } from '../../../../api/problem';
import { staffSession } from '../../../../api/sessions';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { redirectTo } from '../../../../platform/navigation';
import { STAFF_TEXT } from '../../text';
import { STAFF_ACCOUNT_TEXT } from '../../texts-accounts';

const MISSING = {
  username: STAFF_TEXT.usernameMissing,
  password: STAFF_TEXT.passwordMissing,
  secondFactor: STAFF_ACCOUNT_TEXT.secondFactorMissing,
};
type Field = keyof typeof MISSING;

/** User name and password, then the second factor of who has one; what is missing is said after the first try. */
export function useStaffSignIn() {
  const [form, setForm] = useState<Readonly<Record<Field, string>>>({ username: '', password: '', secondFactor: '' });
  const [tried, setTried] = useState(false);
  const [asksFactor, setAsksFactor] = useState(false);
  const isMissing = (field: Field): boolean => form[field].trim() === '';

  const signIn = useAction(async () => {
    setTried(true);
    if (isMissing('username') || isMissing('password') || (asksFactor && isMissing('secondFactor'))) {
      return;
    }
    const { password, secondFactor } = form;
    const proof = { username: form.username.trim(), password, deviceId: await deviceId() };
    const session = await call(endpoints.staff.signInStaff, { body: asksFactor ? { ...proof, secondFactor } : proof });
    staffSession.start(session);
    await redirectTo(session.staff.mustEnrolSecondFactor ? 'staffSecurity' : 'staffQueue');
  });

  const { problem } = signIn;
  if (problem?.code === 'auth.second_factor_required' && !asksFactor) {
    // A refusal that only says what comes next: the field appears, and nothing is wrong yet.
    setAsksFactor(true);
    setTried(false);
    signIn.clearProblem();
  }
  return {
    form,
    change: (field: Field, value: string) => setForm((before) => ({ ...before, [field]: value })),
    errorOf: (field: Field): string | null =>
      tried && isMissing(field) ? MISSING[field] : fieldMessage(problem, field),
    asksFactor,
    signIn,
  };
}
