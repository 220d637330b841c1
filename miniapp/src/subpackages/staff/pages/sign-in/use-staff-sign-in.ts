import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../../../api/client';
import { fieldMessage } from '../../../../api/problem';
import { staffSession } from '../../../../api/sessions';
import { useAction } from '../../../../features/use-action';
import { redirectTo } from '../../../../platform/navigation';
import { STAFF_TEXT } from '../../text';

/** User name and password; what is missing is said beside its field, after the first try. */
export function useStaffSignIn() {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const usernameMissing = username.trim() === '';
  const passwordMissing = password === '';

  const signIn = useAction(async () => {
    setTried(true);
    if (usernameMissing || passwordMissing) {
      return;
    }
    const session = await call(endpoints.staff.signInStaff, { body: { username: username.trim(), password } });
    staffSession.start(session);
    await redirectTo('staffQueue');
  });

  const errorOf = (path: string, missing: string | null) =>
    tried && missing ? missing : fieldMessage(signIn.problem, path);
  return {
    username,
    setUsername,
    password,
    setPassword,
    signIn,
    usernameError: errorOf('username', usernameMissing ? STAFF_TEXT.usernameMissing : null),
    passwordError: errorOf('password', passwordMissing ? STAFF_TEXT.passwordMissing : null),
  };
}
