import Taro from '@tarojs/taro';
import type { ConsentOutcome, PrivacySetting } from './privacy-consent-state';
import { createPrivacyGate } from './privacy-gate';

export const privacyGate = createPrivacyGate();

export const startPrivacyGate = (): void => {
  // Missing before library 2.32.3: WeChat shows its own sheet there.
  Taro.onNeedPrivacyAuthorization?.((answer, { referrer }) => privacyGate.ask(answer, referrer));
};

export const readPrivacySetting = (): Promise<PrivacySetting | null> =>
  new Promise((resolve) => {
    if (!Taro.getPrivacySetting) {
      resolve(null);
      return;
    }
    Taro.getPrivacySetting({
      success: ({ needAuthorization: needed, privacyContractName: contractName }) => resolve({ needed, contractName }),
      fail: () => resolve(null),
    });
  });

export const requirePrivacyConsent = (): Promise<ConsentOutcome> =>
  new Promise((resolve) => {
    let asked = false;
    const stop = privacyGate.subscribe(() => {
      asked = true;
    });
    const settle = (outcome: ConsentOutcome) => {
      stop();
      resolve(outcome);
    };
    if (!Taro.requirePrivacyAuthorize) {
      settle('agreed');
      return;
    }
    Taro.requirePrivacyAuthorize({
      success: () => settle('agreed'),
      fail: () => settle(asked ? 'refused' : 'too-soon'),
    });
  });

export const openPrivacyGuideline = (): Promise<boolean> =>
  new Promise((resolve) => {
    if (!Taro.openPrivacyContract) {
      resolve(false);
      return;
    }
    Taro.openPrivacyContract({ success: () => resolve(true), fail: () => resolve(false) });
  });
