import { localized } from '../../text/localized';

/** Texts of the account pages. */
export const ACCOUNT_TEXT = localized({
  zh: {
    account: '账号',
    phone: '手机号',
    wechat: '微信',
    bound: '已绑定',
    notBound: '未绑定',
    identity: '实名信息',
    verified: '已认证',
    name: '姓名',
    idNumber: '身份证号码',
    verifiedAt: '认证时间',
    notVerified: '还没有实名认证',
    notVerifiedHint: '办理证书前需要用本人身份证认证一次，约 1 分钟。',
    verify: '去认证',
    protection: '您的信息怎样被保护',
    protectionText:
      '姓名、身份证号码、手机号和证件照片加密保存，页面上只显示一部分；审核员只在办理您的申请时查看照片，每次查看都有记录。',
    wrong: '认证信息有误或手机号停用时，请联系客服处理。',
  },
  en: {
    account: 'Account',
    phone: 'Mobile number',
    wechat: 'WeChat',
    bound: 'Linked',
    notBound: 'Not linked',
    identity: 'Identity',
    verified: 'Verified',
    name: 'Name',
    idNumber: 'ID number',
    verifiedAt: 'Verified on',
    notVerified: 'Not verified yet',
    notVerifiedHint: 'Before your first certificate you verify yourself once with your own ID card, about 1 minute.',
    verify: 'Verify now',
    protection: 'How your data is protected',
    protectionText:
      'Name, ID number, mobile number and photos are stored encrypted and shown in part only; reviewers look at photos only to handle your application, and every look is recorded.',
    wrong: 'If something here is wrong or your number is no longer in use, please contact customer service.',
  },
});
