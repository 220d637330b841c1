import { ApiError, type CertificateAnswer, endpoints, type GivenSecondFactor } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { fieldMessage } from '../../../../api/problem';
import { staffSession } from '../../../../api/sessions';
import { deviceId } from '../../../../features/device-id';
import { useAction } from '../../../../features/use-action';
import { redirectTo } from '../../../../platform/navigation';
import { type FactorWay, waysHere } from '../../desk/use-factor';
import { STAFF_TEXT } from '../../text';
import { STAFF_ACCOUNT_TEXT } from '../../texts-accounts';

const MISSING = {
  username: STAFF_TEXT.usernameMissing,
  password: STAFF_TEXT.passwordMissing,
  secondFactor: STAFF_ACCOUNT_TEXT.secondFactorMissing,
};
type Field = keyof typeof MISSING;

/** The ways that a refusal asks for which only says what comes next; null: another refusal. */
function waysAskedBy(error: unknown): FactorWay[] | null {
  if (!(error instanceof ApiError) || error.code !== 'auth.second_factor_required') {
    return null;
  }
  const asked = String(error.details?.ways ?? 'code').split('+');
  return waysHere({ code: asked.includes('code'), certificate: asked.includes('certificate') });
}

/** User name and password, then the second factor of who has one; what is missing is said after the first try. */
export function useStaffSignIn() {
  const [form, setForm] = useState<Readonly<Record<Field, string>>>({ username: '', password: '', secondFactor: '' });
  const [tried, setTried] = useState(false);
  /** Null until one is asked for; empty where none of theirs can be given here. */
  const [ways, setWays] = useState<FactorWay[] | null>(null);
  const [chosen, choose] = useState<FactorWay | null>(null);
  const way = ways?.find((one) => one === chosen) ?? ways?.[0] ?? null;
  const isMissing = (field: Field): boolean => form[field].trim() === '';
  const isReady = (): boolean => {
    setTried(true);
    return !(isMissing('username') || isMissing('password') || (way === 'code' && isMissing('secondFactor')));
  };

  const enter = async (given: GivenSecondFactor): Promise<void> => {
    const proof = { username: form.username.trim(), password: form.password, deviceId: await deviceId() };
    const session = await call(endpoints.staff.signInStaff, { body: { ...proof, ...given } });
    staffSession.start(session);
    await redirectTo(session.staff.mustEnrolSecondFactor ? 'staffSecurity' : 'staffQueue');
  };
  const signIn = useAction(async () => {
    if (!isReady()) {
      return;
    }
    try {
      await enter(way === 'code' ? { secondFactor: form.secondFactor } : {});
    } catch (error) {
      const asked = way === null ? waysAskedBy(error) : null;
      if (!asked) {
        throw error;
      }
      // The field appears, and nothing is wrong yet.
      setWays(asked);
      setTried(false);
    }
  });

  return {
    form,
    change: (field: Field, value: string) => setForm((before) => ({ ...before, [field]: value })),
    errorOf: (field: Field): string | null =>
      tried && isMissing(field) ? MISSING[field] : fieldMessage(signIn.problem, field),
    ways: ways ?? [],
    way,
    choose,
    isElsewhere: ways?.length === 0,
    isReady,
    enterByCertificate: (certificate: CertificateAnswer) => enter({ certificate }),
    signIn,
  };
}
