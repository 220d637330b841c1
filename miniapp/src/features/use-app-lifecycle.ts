import { useError, useLaunch, usePageNotFound, useUnhandledRejection } from '@tarojs/taro';
import { startClientReports } from '../api/client-reports';
import { tellIncident } from '../api/incidents';
import { onUpdateReady } from '../platform/app-updates';
import { startKeyboardActivation } from '../platform/keyboard';
import { redirectTo } from '../platform/navigation';
import { startPrivacyGate } from '../platform/privacy-consent';
import { offerUpdate } from './offer-update';

/** What happens to the program as a whole: its start, errors nobody caught, links that lead nowhere, new versions. */
export function useAppLifecycle(): void {
  useLaunch(() => {
    startClientReports();
    startPrivacyGate();
    startKeyboardActivation();
    onUpdateReady((restart) => void offerUpdate(restart));
  });
  useError((error) => tellIncident({ kind: 'error', error }));
  useUnhandledRejection(({ reason }) => tellIncident({ kind: 'rejection', error: reason }));
  usePageNotFound(({ path }) => {
    tellIncident({ kind: 'page-not-found', path });
    // An old link or code: the home page shows what there is to do.
    void redirectTo('home');
  });
}
