import { localized } from './localized';

/** What is under way with an account and its owner must know. */
export const MATTERS_TEXT = localized({
  zh: {
    phoneChange: (newPhone: string) => `有人申请把登录手机号换成 ${newPhone}`,
    phoneChangeHint: (when: string) => `最早 ${when} 生效。如果不是您本人申请的，请立即阻止，并修改密码。`,
    object: '阻止',
    objectTitle: '阻止更换手机号？',
    objectText: '更换会立即停止，您的账号保持不变。',
    objected: '已阻止，账号保持不变',
    deletion: (when: string) => `账号将于 ${when} 注销`,
    deletionHint: '想保留账号，现在就可以撤回。',
    keep: '撤回注销',
    kept: '已撤回，账号保留',
  },
  en: {
    phoneChange: (newPhone: string) => `Somebody asks to change your sign-in number to ${newPhone}`,
    phoneChangeHint: (when: string) =>
      `It takes effect on ${when} at the earliest. If it was not you, stop it now and change your password.`,
    object: 'Stop',
    objectTitle: 'Stop the change?',
    objectText: 'The change ends at once; your account stays as it is.',
    objected: 'Stopped; your account stays as it is',
    deletion: (when: string) => `Your account will be deleted on ${when}`,
    deletionHint: 'If you want to keep it, take the deletion back now.',
    keep: 'Keep my account',
    kept: 'Your account is kept',
  },
});
