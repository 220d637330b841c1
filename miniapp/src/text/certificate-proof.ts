import { localized } from './localized';

/** Texts of proving oneself by certificate. */
export const CERTIFICATE_PROOF_TEXT = localized({
  zh: {
    place: '证书在哪里',
    device: '软件证书',
    deviceHint: '密钥在这台设备上',
    ukey: 'UKey',
    ukeyHint: '插在这台电脑上',

    choose: '选择证书',
    unnamed: '还没有在这台设备上领取',
    until: (date: string) => `有效期至 ${date}`,
    ended: (date: string) => `已在 ${date} 过期`,
    noKey: '这台设备上没有证书',
    noKeyHint: '软件证书只能在领取它的那台设备上用来证明身份。请换那台设备，或改用其他方式。',
    noKeyPhoneHint:
      '软件证书只能在领取它的那台设备上用来证明身份；证书在 UKey 里的，请在电脑的浏览器里打开受理平台。也可以改用其他方式。',
    pin: '证书密码',
    pinHint: '领取证书时您自己设置的密码。密码不会离开这台设备。',
    pinWrong: '密码不对，请再试',

    token: '选择 UKey',
    noTokenHint: '请插入您的 UKey，几秒钟后会自动出现在这里。',
    tokenLocked: '已锁定，请到受理点解锁',
    tokenEmpty: '这个 UKey 里没有证书',
    tokenEmptyHint: '请换一个 UKey，或改用其他方式。',
    tokenPin: 'UKey 的 PIN 码',
    tokenPinHint: '在 PIN 信封里，或您自己改过的。连续输错会锁定 UKey。',
    tokenPinMissing: '请输入 PIN 码',
  },
  en: {
    place: 'Where is the certificate',
    device: 'Software certificate',
    deviceHint: 'Its key is on this device',
    ukey: 'UKey',
    ukeyHint: 'Plugged into this PC',

    choose: 'Choose the certificate',
    unnamed: 'Not received on this device yet',
    until: (date: string) => `Valid until ${date}`,
    ended: (date: string) => `Expired on ${date}`,
    noKey: 'There is no certificate on this device',
    noKeyHint:
      'A software certificate works only on the device that received it. Please take that device, or another way.',
    noKeyPhoneHint:
      'A software certificate works only on the device that received it; for one in a UKey, please open our page in the browser of a PC. There are other ways as well.',
    pin: 'PIN of the certificate',
    pinHint: 'The one you chose when you received the certificate. It never leaves this device.',
    pinWrong: 'This PIN is wrong; please try again',

    token: 'Choose the UKey',
    noTokenHint: 'Please plug in your UKey; it appears here in a few seconds.',
    tokenLocked: 'Locked; it is unlocked at our desk',
    tokenEmpty: 'This UKey holds no certificate',
    tokenEmptyHint: 'Please take another UKey, or another way.',
    tokenPin: 'PIN of the UKey',
    tokenPinHint: 'From the PIN letter, or the one you changed it to. Wrong ones in a row lock the UKey.',
    tokenPinMissing: 'Please enter the PIN',
  },
});
