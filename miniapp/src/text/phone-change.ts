import type { PhoneChangeReason, PhoneChangeState } from '@acceptance/shared';
import { localized } from './localized';

const REASONS: Record<PhoneChangeReason, string> = {
  stopped: '原手机号已停用',
  lost: '手机或手机卡遗失',
  replaced: '换了新的手机号',
  other: '其他原因',
};
const REASONS_EN: typeof REASONS = {
  stopped: 'The old number is out of use',
  lost: 'Phone or SIM card lost',
  replaced: 'A new number',
  other: 'Another reason',
};
const STATES: Record<PhoneChangeState, string> = {
  requested: '等待审核',
  approved: '已通过，等待生效',
  effective: '已生效',
  refused: '未通过',
  objected: '被原号码阻止',
  failed: '没有完成',
};
const STATES_EN: typeof STATES = {
  requested: 'Under review',
  approved: 'Approved, takes effect soon',
  effective: 'In effect',
  refused: 'Refused',
  objected: 'Stopped by the old number',
  failed: 'Not completed',
};
const NEXT: Record<PhoneChangeState, string> = {
  requested: '等待工作人员审核；我们已发短信告诉原手机号，24 小时内本人可以阻止。结果会发到新手机号。',
  approved: '到时间会自动生效，之后请用新手机号登录。',
  effective: '请用新手机号登录，原手机号不能再登录。',
  refused: '可以按原因准备好后重新申请，或联系客服。',
  objected: '原手机号的使用人阻止了这次更换。如有疑问，请联系客服。',
  failed: '新手机号在这期间办理了申请，请联系客服。',
};
const NEXT_EN: typeof NEXT = {
  requested:
    'Our staff decide; the old number was told by text message and can stop it for 24 hours. The result comes to the new number.',
  approved: 'It takes effect by itself; after that sign in with the new number.',
  effective: 'Please sign in with the new number; the old one does not sign in any more.',
  refused: 'You can ask again when the reason is mended, or contact customer service.',
  objected: 'Whoever uses the old number stopped this change. Please contact customer service if in doubt.',
  failed: 'The new number has got an application meanwhile; please contact customer service.',
};

/** Texts of changing the sign-in number; its reasons and states are read by the desk as well. */
export const PHONE_CHANGE_TEXT = localized({
  zh: {
    lead: '原手机号不能用了，账号和申请都还在。请用新手机号和本人身份信息申请更换。',
    byCertificate: '有有效的证书？用证书办理，不用填身份信息',
    certificateLead: '证书能证明账号是您的：收到新手机号的验证码，再用证书签名即可申请。',
    certificateSubmitting: '正在提交',
    sameName: '新手机号须是您本人实名办理的号码',
    oldPhone: '原手机号',
    oldPhoneHint: '账号现在的登录手机号',
    newPhone: '新手机号',
    code: '新手机号的验证码',
    codeSent: (phone: string) => `验证码已发送到 ${phone}`,
    name: '姓名',
    nameHint: '与账号实名认证的姓名一致',
    idNumber: '身份证号码',
    reason: '为什么更换',
    reasonMissing: '请选择更换的原因',
    consent: '我单独同意为核验本人身份处理我的身份证号码',
    consentMissing: '需要您勾选同意，才能核验身份',
    submit: '申请更换',
    submitting: '正在核验身份',
    stopIt: '更换前，原手机号会收到短信，24 小时内可以阻止。',
    stateTitle: '更换申请',
    state: STATES,
    next: NEXT,
    to: '换成',
    requestedAt: '申请时间',
    effectiveFrom: '最早生效',
    effectiveAt: '生效时间',
    refusal: '原因',
    again: '重新申请',
    signIn: '用新手机号登录',
    reasons: REASONS,
  },
  en: {
    lead: 'The old number is gone, but your account and applications are still there. Ask for the change with your new number and your identity.',
    byCertificate: 'Do you have a valid certificate? It spares you the rest',
    certificateLead:
      'A certificate proves that the account is yours: a code to the new number and a signature will do.',
    certificateSubmitting: 'Handing it in',
    sameName: 'The new number must be registered in your own name',
    oldPhone: 'Old number',
    oldPhoneHint: 'The number the account signs in with now',
    newPhone: 'New number',
    code: 'Code to the new number',
    codeSent: (phone: string) => `A code was sent to ${phone}`,
    name: 'Name',
    nameHint: 'As verified for the account',
    idNumber: 'ID number',
    reason: 'Why it changes',
    reasonMissing: 'Please choose why the number changes',
    consent: 'I separately consent to my ID number being processed to verify me',
    consentMissing: 'Please tick your consent; without it we cannot verify you',
    submit: 'Ask for the change',
    submitting: 'Verifying you',
    stopIt: 'Before it changes the old number is told by text message and can stop it for 24 hours.',
    stateTitle: 'Change of number',
    state: STATES_EN,
    next: NEXT_EN,
    to: 'New number',
    requestedAt: 'Asked for',
    effectiveFrom: 'Earliest effect',
    effectiveAt: 'In effect since',
    refusal: 'Reason',
    again: 'Ask again',
    signIn: 'Sign in with the new number',
    reasons: REASONS_EN,
  },
});
