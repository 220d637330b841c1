import { currentLanguage } from '../language/current-language';
import { localized } from './localized';

/** Texts of WeChat's privacy consent. */
export const PRIVACY_TEXT = localized({
  zh: {
    title: '需要您的同意',
    purposeOf: (information: string, purpose: string) => `这一步要使用您的${information}：${purpose}。`,
    purposeOfAll: '使用手机号、照片和发票信息之前，需要您同意隐私保护指引。',
    onlyThen: '只在您点按时使用，不同意也可以继续浏览。',
    guideline: '《隐私保护指引》',
    policy: '《服务协议与隐私政策》',
    agree: '同意并继续',
    refuse: '暂不同意',
    refused: '没有同意隐私保护指引，这一步暂时不能用',

    row: '隐私授权',
    agreed: '已同意',
    notYet: '未同意',
    rowHint: '拍照、一键登录和选择发票抬头需要',
    tooSoon: '刚刚没有同意，请十秒后再点一次',
    thanks: '已同意，可以继续了',
  },
  en: {
    title: 'Your consent is needed',
    purposeOf: (information: string, purpose: string) => `This step uses your ${information}: ${purpose}.`,
    purposeOfAll:
      'Before your phone number, photos or invoice details are used, please agree to the privacy guideline.',
    onlyThen: 'They are used only when you tap. You can go on looking around without agreeing.',
    guideline: 'Privacy guideline',
    policy: 'Terms of service and privacy policy',
    agree: 'Agree and continue',
    refuse: 'Not now',
    refused: 'You have not agreed to the privacy guideline, so this step is not available yet',

    row: 'Privacy consent',
    agreed: 'Given',
    notYet: 'Not given',
    rowHint: 'Needed for photos, one-tap sign-in and choosing an invoice title',
    tooSoon: 'You have just refused. Please tap again in ten seconds',
    thanks: 'Thank you, you can go on now',
  },
});

/** Why camera and album stay shut, and where that can be changed. */
export const ACCESS_TEXT = localized({
  zh: {
    refusals: {
      permission: {
        title: '没有相机或相册的权限',
        text: '之前没有允许，所以拍不了照片。请在设置里打开“摄像头”，回来再点拍照。',
        action: '去打开权限',
      },
      system: {
        title: '手机没有允许微信使用相机',
        text: '请在手机设置里允许微信使用相机和照片，回来再点拍照。',
        action: '去手机设置',
      },
      privacy: {
        title: '还没有同意隐私保护指引',
        text: '身份证和材料的照片用于核验身份，需要您同意后才能拍。已填写的内容都保留着。',
        action: '重新选择',
      },
      undeclared: {
        title: '暂时不能拍照',
        text: '小程序的相机功能还没有开通，不是您的操作问题。请拨打客服电话。',
        action: null,
      },
    },
    given: '权限已打开，请再点一次拍照',
  },
  en: {
    refusals: {
      permission: {
        title: 'No access to camera or album',
        text: 'Access was refused before, so no photo can be taken. Turn on the camera in the settings, then tap again.',
        action: 'Open settings',
      },
      system: {
        title: 'The phone does not let WeChat use the camera',
        text: 'Allow WeChat to use camera and photos in the settings of the phone, then tap again.',
        action: 'Phone settings',
      },
      privacy: {
        title: 'The privacy guideline is not agreed to yet',
        text: 'Photos of the ID card and papers prove who you are; they need your consent. What you have filled in is kept.',
        action: 'Choose again',
      },
      undeclared: {
        title: 'Photos cannot be taken at the moment',
        text: 'The camera of this mini-program is not enabled yet; you have done nothing wrong. Please call the service line.',
        action: null,
      },
    },
    given: 'Access is on. Please tap once more to take the photo',
  },
});

/** What an interface of WeChat is used for: the words of the table that is declared to WeChat, or their translation. */
export interface PrivacyUse {
  readonly information: string;
  readonly purpose: string;
}

/** By privacy_key. WeChat's guideline itself is Chinese; these are for the consent sheet. */
const ENGLISH_USES: Readonly<Record<string, PrivacyUse>> = {
  PhoneNumber: { information: 'phone number', purpose: 'to sign in and to tell you the results' },
  MessageFile: {
    information: 'chosen files',
    purpose: 'to check whether the contract you choose is genuine; the file is deleted after that',
  },
  Album: { information: 'chosen photos', purpose: 'to check your identity and review the application' },
  Camera: { information: 'the camera', purpose: 'to photograph your ID card and check your identity' },
  Invoice: { information: 'invoice details', purpose: 'to fill in the invoice title' },
  Clipboard: { information: 'the clipboard', purpose: 'to copy a tracking number there; it is never read' },
};

/** What is used and why, in the language of this moment. */
export const privacyUse = (declared: PrivacyUse & { readonly privacyKey: string }): PrivacyUse =>
  (currentLanguage() === 'en' ? ENGLISH_USES[declared.privacyKey] : null) ?? declared;
