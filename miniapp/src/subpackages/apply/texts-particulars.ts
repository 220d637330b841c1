import { localized } from '../../text/localized';

/** Texts of ① 申请信息. */
export const PARTICULARS_TEXT = localized({
  zh: {
    unitLead: '请对照营业执照填写，这些内容会印在合同里。',
    personLead: '证书为您本人办理。下面的内容会印在合同里。',
    role: '您的身份',
    roleHints: {
      'legal-representative': '下一步用您本人的身份实名认证，姓名要与法定代表人一致',
      agent: '下一步用您本人的身份实名认证，之后还需要单位盖章的授权书',
    },
    licenceMissing: '请拍照上传营业执照',
    next: '下一步',
    checking: '正在向登记机关核验…',
    saving: '正在保存…',
    goOn: '继续申请',
    asOnLicence: '与营业执照一致，请工作人员核对',
    doubts: '工作人员会对照营业执照核对，不影响继续办理。',
    call: (phone: string) => `拨打客服电话 ${phone}`,
    previous: (orderNumber: string) => `可以填入您上次申请（${orderNumber}）的单位、邮箱和地址，再核对一遍。`,
    lockedTitle: '合同已经签署',
    locked: '下面的内容已印在合同里，不能直接修改。填错了，可以作废这份合同，改好后重新阅读、签署。',
    lockedSealing: '下面的内容正在印进合同，暂时不能修改。合同生成后仍可以改正。',
    renew: '作废合同，修改后重签',
    renewing: '正在作废合同…',
    renewTitle: '作废这份合同？',
    renewText: (contractNumber: string) =>
      `合同 ${contractNumber} 作废，您的签名和对合同的同意也一起作废，改好后要重新阅读、签名。身份证照片、材料、发票和领取方式都保留。`,
    renewConfirm: '作废重签',
    renewed: '合同已作废，请修改后重新签署',
    wrongTitle: '信息填错了？',
    wrong: '合同里的单位、邮箱或地址不对，可以作废这份合同，改好后重新签署。',
  },
  en: {
    unitLead: 'Please enter what the business licence says; it is printed in the contract.',
    personLead: 'The certificate is for yourself. The following is printed in the contract.',
    role: 'You act as',
    roleHints: {
      'legal-representative': 'You verify your own identity next; your name must be that of the legal representative',
      agent: 'You verify your own identity next; later a letter of authority with the seal is needed',
    },
    licenceMissing: 'Please photograph the business licence',
    next: 'Next',
    checking: 'Asking the register…',
    saving: 'Saving…',
    goOn: 'Continue',
    asOnLicence: 'As on the licence; please let staff check',
    doubts: 'Our staff will compare it with the licence; you can go on.',
    call: (phone: string) => `Call customer service ${phone}`,
    previous: (orderNumber: string) =>
      `You can take organisation, email and address from your last application (${orderNumber}) and check them.`,
    lockedTitle: 'The contract is signed',
    locked:
      'The following is printed in the contract and cannot simply be changed. If something is wrong, you can void this contract, correct it, then read and sign again.',
    lockedSealing:
      'The following is being printed in the contract and cannot be changed right now; it can once the contract is made.',
    renew: 'Void the contract, correct, sign again',
    renewing: 'Voiding the contract…',
    renewTitle: 'Void this contract?',
    renewText: (contractNumber: string) =>
      `Contract ${contractNumber} becomes void with your signature and your consent; you read and sign again. Photos, documents, invoice and delivery are kept.`,
    renewConfirm: 'Yes',
    renewed: 'The contract is void; please correct and sign again',
    wrongTitle: 'Something is wrong?',
    wrong:
      'If organisation, email or address in the contract are wrong, you can void it, correct them and sign it again.',
  },
});
