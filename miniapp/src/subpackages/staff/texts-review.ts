import { localized } from '../../text/localized';

/** Names of what the reviewer compares with the photos. */
export const FACTS_TEXT = localized({
  zh: {
    agent: '经办人（已实名）',
    applicant: '申请人（已实名）',
    name: '姓名',
    idNumber: '身份证号码',
    phone: '手机号',
    unit: '单位信息',
    unitName: '单位名称',
    uscc: '统一社会信用代码',
    legalRepresentative: '法定代表人',
    role: '办理人身份',
    roles: { 'legal-representative': '法定代表人本人', agent: '经办人，须有授权书' },
    registry: '登记核验',
    registryFits: '名称、代码、法定代表人一致，正常经营',
    unitDoubts: {
      name: '登记的单位名称不同，申请人确认与执照一致',
      'legal-representative': '登记的法定代表人不同，申请人确认与执照一致',
      'not-found': '登记机关查不到这个代码，申请人确认与执照一致',
      unsure: '登记机关的答复自相矛盾，请核对执照',
      state: '经营状态不明或异常（停业、迁出），请核对',
      'no-answer': '核验服务没有答复，请核对执照',
      'not-asked': '当天核验次数已用完，请核对执照',
    },
    doubt: '请核对',
    doubts: {
      'unit.unifiedSocialCreditCode': '校验位不符，申请人确认与执照一致',
      'invoice.taxpayerNumber': '校验位不符，申请人确认税号无误',
    },
    email: '邮箱',
    address: '联系地址',
    invoiceTitle: '发票信息',
    invoice: '发票',
    title: '抬头',
    taxNumber: '税号',
    notEntered: '未填写',
    invoiceEmail: '接收邮箱',
    businessAddress: '营业地址',
    businessPhone: '单位电话',
    bankName: '开户银行',
    bankAccount: '银行账号',
    deliveryTitle: '领取信息',
    way: '领取方式',
    courier: '快递',
    receiver: '收件人',
    place: '地址',
  },
  en: {
    agent: 'Agent (verified)',
    applicant: 'Applicant (verified)',
    name: 'Name',
    idNumber: 'ID number',
    phone: 'Mobile',
    unit: 'Organisation',
    unitName: 'Name',
    uscc: 'USCC',
    legalRepresentative: 'Legal representative',
    role: 'Acting as',
    roles: { 'legal-representative': 'Legal representative', agent: 'Agent; needs an authority letter' },
    registry: 'Register',
    registryFits: 'Name, code and legal representative fit; in business',
    unitDoubts: {
      name: 'Registered under another name; the applicant confirmed it against the licence',
      'legal-representative':
        'Another legal representative is registered; the applicant confirmed it against the licence',
      'not-found': 'The code is not in the register; the applicant confirmed it against the licence',
      unsure: 'The register contradicts itself; compare with the licence',
      state: 'Its state is unknown or unusual (suspended, moved out); please check',
      'no-answer': 'The register did not answer; compare with the licence',
      'not-asked': 'The day’s questions were used up; compare with the licence',
    },
    doubt: 'Please check',
    doubts: {
      'unit.unifiedSocialCreditCode':
        'The check character does not fit; the applicant confirmed it against the licence',
      'invoice.taxpayerNumber': 'The check character does not fit; the applicant confirmed the tax number',
    },
    email: 'Email',
    address: 'Address',
    invoiceTitle: 'Invoice',
    invoice: 'Kind',
    title: 'Title',
    taxNumber: 'Tax number',
    notEntered: 'Not entered',
    invoiceEmail: 'Email',
    businessAddress: 'Business address',
    businessPhone: 'Phone',
    bankName: 'Bank',
    bankAccount: 'Account',
    deliveryTitle: 'Delivery',
    way: 'By',
    courier: 'Courier',
    receiver: 'Recipient',
    place: 'Address',
  },
});

/** What keeps a decision from being sent. */
export const DECISION_TEXT = localized({
  zh: {
    nothingTicked: '请先勾选需要补充的内容',
    noReason: '还有勾选的内容没有选原因',
    otherNeedsNote: '原因选“其他”时，请写明要补充什么',
    rejectedBecause: '不予通过的原因',
    rejectNeedsReason: '请写明不予通过的原因',
  },
  en: {
    nothingTicked: 'Please tick what needs to be changed',
    noReason: 'Something ticked has no reason yet',
    otherNeedsNote: 'With the reason “Other”, please write what is to be changed',
    rejectedBecause: 'Why it was rejected',
    rejectNeedsReason: 'Please write the reason for rejecting',
  },
});

/** That an order has come back before. */
export const RETURNS_TEXT = localized({
  zh: {
    title: (count: number, time: string) => `退回过 ${count} 次，上次 ${time}`,
    mended: '已修改',
    notMended: '没有修改',
    before: (label: string) => `${label}（退回时）`,
    after: (label: string) => `${label}（现在）`,
    nothing: '无',
  },
  en: {
    title: (count: number, time: string) => `Returned ${count} times, last ${time}`,
    mended: 'Changed',
    notMended: 'Not changed',
    before: (label: string) => `${label} (when returned)`,
    after: (label: string) => `${label} (now)`,
    nothing: 'none',
  },
});

/** Time until the promised end of the review. */
export const TIME_LEFT_TEXT = localized({
  zh: {
    minutes: (minutes: number) => `${minutes} 分钟`,
    hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} 小时` : `${hours} 小时 ${minutes} 分`),
    days: (days: number, hours: number) => (hours === 0 ? `${days} 天` : `${days} 天 ${hours} 小时`),
    justLate: '刚刚超时',
    late: (duration: string) => `已超时 ${duration}`,
    lessThanAMinute: '不到 1 分钟',
    left: (duration: string) => `还剩 ${duration}`,
  },
  en: {
    minutes: (minutes: number) => `${minutes} min`,
    hours: (hours: number, minutes: number) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),
    days: (days: number, hours: number) => (hours === 0 ? `${days} d` : `${days} d ${hours} h`),
    justLate: 'Just overdue',
    late: (duration: string) => `Overdue ${duration}`,
    lessThanAMinute: 'Under 1 min',
    left: (duration: string) => `${duration} left`,
  },
});
