import { type AccountMatters, type AccountView, endpoints } from '@acceptance/shared';
import { call } from '../../api/client';
import { NetworkError } from '../../api/network-error';
import { applicantSession } from '../../api/sessions';
import { ask, say } from '../../features/ask';
import { readSettings, type Settings } from '../../features/settings';
import { useAction } from '../../features/use-action';
import { useLoad } from '../../features/use-load';
import { readMatters, useMatters } from '../../features/use-matters';
import { MINE_TEXT } from '../../text/mine';

export interface MineData {
  readonly settings: Settings;
  readonly account: AccountView | null;
  readonly matters: AccountMatters | null;
}

const NOBODY = { account: null, matters: null };

async function readPerson(): Promise<Pick<MineData, 'account' | 'matters'>> {
  if (!applicantSession.current()) {
    return NOBODY;
  }
  try {
    const [account, matters] = await Promise.all([call(endpoints.account.readAccount), readMatters()]);
    return { account, matters };
  } catch (error) {
    if (!applicantSession.current()) {
      return NOBODY;
    }
    throw error;
  }
}

/** State and acts of the page about the person. */
export function useMine() {
  const load = useLoad<MineData>(async () => {
    const [settings, person] = await Promise.all([readSettings(), readPerson()]);
    return { settings, ...person };
  }, 'mine');

  const signOut = useAction(async () => {
    const { signOutTitle: title, signOutText: text, signOutConfirm: confirm } = MINE_TEXT;
    if (!(await ask({ title, text, confirm }))) {
      return;
    }
    await call(endpoints.auth.signOut).catch((error: unknown) => {
      // Without a network the server's session stays until it expires; staying signed in here would be worse.
      if (!(error instanceof NetworkError) && applicantSession.current()) {
        throw error;
      }
    });
    applicantSession.end();
    say(MINE_TEXT.signedOutDone);
    await load.reload();
  });

  return { load, signOut, matters: useMatters(load.reload) };
}
