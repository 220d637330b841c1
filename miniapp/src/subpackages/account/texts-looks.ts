import { localized } from '../../text/localized';

/** Texts of the page about who looked at one's papers. */
export const LOOKS_TEXT = localized({
  zh: {
    lead: '工作人员每次打开您的资料都会记录，记录不能修改。这里只写岗位，不写姓名；对哪次查看有疑问，可以打服务电话核实。',
    none: '还没有工作人员看过您的资料',
    identityCheck: '实名人工核验',
    saw: (things: string) => `看了：${things}`,
    roles: { reviewer: '审核人员', finance: '财务人员', issuer: '制证人员', administrator: '管理员' },
    kinds: {
      photo: '照片',
      form: '填写的内容',
      person: '姓名、证件号码和手机号',
      contract: '合同',
      delivery: '领取信息',
      payment: '付款信息',
      invoice: '发票信息',
      progress: '办理进度',
    },
    more: '看更早的',
  },
  en: {
    lead: 'Each time the staff open your papers it is recorded, and the record cannot be changed. Roles are shown, not names; call us if you have doubts about one of them.',
    none: 'Nobody of the staff has looked at your papers yet',
    identityCheck: 'Identity check by staff',
    saw: (things: string) => `Saw: ${things}`,
    roles: { reviewer: 'Reviewer', finance: 'Finance', issuer: 'Issuer', administrator: 'Administrator' },
    kinds: {
      photo: 'a photo',
      form: 'what you entered',
      person: 'name, ID number and mobile',
      contract: 'the contract',
      delivery: 'delivery',
      payment: 'payment',
      invoice: 'the invoice',
      progress: 'progress',
    },
    more: 'Earlier ones',
  },
});
