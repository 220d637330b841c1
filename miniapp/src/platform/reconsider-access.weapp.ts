import Taro from '@tarojs/taro';
import type { AccessOutcome, AccessRefusal } from './photo-access';
import { requirePrivacyConsent } from './privacy-consent';

async function openMiniProgramSettings(): Promise<AccessOutcome> {
  const { authSetting } = await Taro.openSetting();
  // The album is not in this list on every phone: only a camera that is still off is sure.
  return authSetting['scope.camera'] === false ? 'refused' : 'given';
}

async function openPhoneSettings(): Promise<AccessOutcome> {
  await Taro.openAppAuthorizeSetting({});
  return 'unknown';
}

export async function reconsiderAccess(refusal: AccessRefusal): Promise<AccessOutcome> {
  switch (refusal) {
    case 'permission':
      return openMiniProgramSettings().catch(() => 'unknown');
    case 'system':
      return openPhoneSettings().catch(() => 'unknown');
    case 'privacy': {
      const outcome = await requirePrivacyConsent();
      return outcome === 'agreed' ? 'given' : outcome;
    }
    case 'undeclared':
      return 'refused';
  }
}
