import { endpoints } from '@acceptance/shared';
import { useState } from 'react';
import { call } from '../../api/client';
import { NetworkError } from '../../api/network-error';
import { applicantSession } from '../../api/sessions';
import { say } from '../../features/ask';
import { useAction } from '../../features/use-action';
import { MINE_TEXT } from '../../text/mine';

/** Signing out, and the sheet that asks before. */
export function useSignOut(afterwards: () => Promise<void>) {
  const [asking, setAsking] = useState(false);

  const signOut = useAction(async ({ forgetDevice }: { readonly forgetDevice: boolean }) => {
    await call(endpoints.auth.signOut, { query: { forgetDevice: forgetDevice ? 'true' : 'false' } }).catch(
      (error: unknown) => {
        // Without a network the server's session stays until it expires; staying signed in here would be worse. But
        // nobody is told that the device is forgotten when the server does not know of it.
        const mayLeave = error instanceof NetworkError && !forgetDevice;
        if (!mayLeave && applicantSession.current()) {
          throw error;
        }
      },
    );
    applicantSession.end();
    setAsking(false);
    say(MINE_TEXT.signedOutDone);
    await afterwards();
  });

  const { run, pending, problem, clearProblem } = signOut;
  return {
    asking,
    pending,
    problem,
    ask: () => {
      clearProblem();
      setAsking(true);
    },
    stay: () => setAsking(false),
    signOut: (choice: { readonly forgetDevice: boolean }) => void run(choice),
  };
}
