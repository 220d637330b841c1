import { type AccountMatters, type AccountView, endpoints } from '@acceptance/shared';
import { call } from '../../api/client';
import { applicantSession } from '../../api/sessions';
import { readSettings, type Settings } from '../../features/settings';
import { useLoad } from '../../features/use-load';
import { readMatters, useMatters } from '../../features/use-matters';
import { useSignOut } from './use-sign-out';

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

  return { load, signOut: useSignOut(load.reload), matters: useMatters(load.reload) };
}
