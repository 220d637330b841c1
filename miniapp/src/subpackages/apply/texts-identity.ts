import { IDENTITY_CONSENT } from '@acceptance/shared';
import { localized } from '../../text/localized';
import type { SaveState } from './draft/autosave';

/** Words of the step that proves who applies. */
export const IDENTITY_TEXT = localized({
  zh: {
    title: '填写您本人的身份信息',
    labels: { name: '姓名', idNumber: '身份证号码', phone: '手机号' },
    missing: { name: '请输入姓名', idNumber: '请输入身份证号码', phone: '请输入手机号' },
    nameHint: '与证件上一致',
    cannotType: '姓名里有打不出的字',
    canType: '姓名都打得出来',
    idNumberHint: '用其他证件的，填证件上的号码',
    letters: '号码里有字母？换成字母键盘',
    phoneChoice: '本人实名办理的手机号',
    ownPhone: (masked: string) => `用登录手机号 ${masked}（推荐）`,
    otherPhone: '用另一个手机号',
    otherPhoneHint: '需要那个号码收到的验证码',
    phoneHint: '须是您本人实名办理的号码',
    phoneCode: '这个手机号的验证码',
    phoneCodeHint: '不是登录手机号，需要确认号码在您手上',
    phoneCodeSent: (masked: string) => `验证码已发送到 ${masked}`,
    codeMissing: '请获取并填写这个手机号收到的验证码，或改用登录手机号',
    restored: '已恢复上次填写的内容',
    consentMissing: '需要您勾选同意，才能核验身份',
    verify: '开始认证',
    verifying: '正在核验，约 2 秒…',
    goOn: '继续申请',
    goingOn: '正在打开下一步…',
    done: '完成',
  },
  en: {
    title: 'Enter your own identity',
    labels: { name: 'Name', idNumber: 'ID number', phone: 'Mobile number' },
    missing: {
      name: 'Please enter the name',
      idNumber: 'Please enter the ID number',
      phone: 'Please enter the mobile number',
    },
    nameHint: 'As on the document',
    cannotType: 'A character of my name cannot be typed',
    canType: 'My name can be typed after all',
    idNumberHint: 'Or the number on another identity document',
    letters: 'Letters in the number? Use the letter keyboard',
    phoneChoice: 'Mobile number registered in your own name',
    ownPhone: (masked: string) => `My sign-in number ${masked} (recommended)`,
    otherPhone: 'Another number',
    otherPhoneHint: 'Needs the code sent to that number',
    phoneHint: 'It must be registered in your own name',
    phoneCode: 'Code sent to this number',
    phoneCodeHint: 'Not your sign-in number: please show that you have it',
    phoneCodeSent: (masked: string) => `A code was sent to ${masked}`,
    codeMissing: 'Please get and enter the code sent to this number, or use your sign-in number',
    restored: 'What you entered last time is back',
    consentMissing: 'Please tick your consent; without it we cannot verify you',
    verify: 'Verify',
    verifying: 'Verifying, about 2 seconds…',
    goOn: 'Continue',
    goingOn: 'Opening the next step…',
    done: 'Done',
  },
});

/** The consent whose version is recorded: the Chinese text counts, it stands in shared; this is its translation. */
export const CONSENT_TEXT = localized<typeof IDENTITY_CONSENT>({
  zh: IDENTITY_CONSENT,
  en: {
    purpose:
      'Article 20 of the Electronic Signature Law requires us to check who applies. We need your ID number for that: only to verify you and to issue the certificate; stored encrypted, shown masked.',
    consent: 'I separately consent to my ID number being processed for this purpose',
  },
});

/** What the line above the button says; null where the notice beside it says more. */
export const PERSON_SAVE_TEXT = localized<Record<SaveState, string | null>>({
  zh: {
    untouched: null,
    saved: '填写的内容已加密保存',
    waiting: '正在保存…',
    saving: '正在保存…',
    kept: '网络连接不上，联网后自动保存',
    refused: null,
  },
  en: {
    untouched: null,
    saved: 'Everything you entered is saved, encrypted',
    waiting: 'Saving…',
    saving: 'Saving…',
    kept: 'No connection: saved once you are online',
    refused: null,
  },
});

/** Tries at the provider, of which a day has few. */
export const TRIES_TEXT = localized({
  zh: {
    left: (count: number) => `今天还可以试 ${count} 次`,
    lastOne: '今天还可以试 1 次；也可以交工作人员人工核验',
    usedUp: '今天的认证次数用完了',
    until: (moment: string, duration: string) =>
      `${moment} 后可以再试，还有 ${duration}。现在就可以交工作人员人工核验。`,
    whyNot: (moment: string) => `${moment} 后可以再试`,
    minutes: (minutes: number) => `${minutes} 分钟`,
    hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分钟`),
  },
  en: {
    left: (count: number) => `${count} tries left today`,
    lastOne: 'One try left today; our staff can check it as well',
    usedUp: "Today's tries are used up",
    until: (moment: string, duration: string) =>
      `You can try again after ${moment}, in ${duration}. Our staff can check you now.`,
    whyNot: (moment: string) => `You can try again after ${moment}`,
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
  },
});

/** One's own data, once verified. */
export const OWN_DATA_TEXT = localized({
  zh: {
    title: '您已完成实名认证',
    tag: '已认证',
    name: '姓名',
    idNumber: '身份证号码',
    phone: '手机号',
    verifiedOn: '认证日期',
    show: '显示完整信息',
    showing: '正在读取…',
    hide: '遮盖显示',
    hint: '合同和证书上按完整信息印制，请与证件核对。长按可以复制。',
    namePicture: '合同上印的姓名',
    correct: '信息有误，请工作人员更正',
  },
  en: {
    title: 'Your identity is verified',
    tag: 'Verified',
    name: 'Name',
    idNumber: 'ID number',
    phone: 'Mobile number',
    verifiedOn: 'Verified on',
    show: 'Show in full',
    showing: 'Reading…',
    hide: 'Mask again',
    hint: 'The contract and the certificate print it in full: please compare it with your document. Press long to copy.',
    namePicture: 'The name as the contract prints it',
    correct: 'Something is wrong: let our staff correct it',
  },
});

/** Filling the form in from the photo of the card. */
export const CARD_PREFILL_TEXT = localized({
  zh: {
    photograph: '拍身份证，自动填写',
    read: (name: string, number: string) => `照片上识别到：${name}，${number}`,
    use: '用照片上的信息填写',
  },
  en: {
    photograph: 'Photograph the card to fill this in',
    read: (name: string, number: string) => `Read from the photo: ${name}, ${number}`,
    use: 'Fill in what the photo says',
  },
});
