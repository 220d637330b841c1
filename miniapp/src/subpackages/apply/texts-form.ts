import type { DraftTextField } from '@acceptance/shared';
import { localized } from '../../text/localized';
import type { DraftSaveState } from './draft/draft-sync';

/** Texts of the application form, on its two pages. */
export const FORM_TEXT = localized({
  zh: {
    project: '办理项目',
    projectName: '项目',
    orderNumber: '申请编号',
    applicant: '申请人',
    applicantHint: '已实名认证，不能修改',
    name: '姓名',
    documentType: '证件类型',
    idNumber: '证件号码',
    phone: '手机号',
    unit: '单位信息',
    contact: '联系方式',
    invoice: '发票',
    delivery: '领取方式',
    pickUpHint: '制好后给您发领取码；带上本人身份证件原件，到受理点出示领取码领取',
    pickUpAt: (place: string, hours: string) => `${place}，${hours}；带上本人身份证件原件，出示制好后给您的领取码`,
    downloadHint: '不寄实物；审核通过后在这部手机上生成密钥、领取证书文件',
    freight: '运费由收件人在签收时付给快递员。',
    chooseTitle: '从微信选择发票抬头',
    noTitles: '微信没有打开您的发票抬头，请直接在下面填写',
    restored: '已恢复您上次没来得及保存的内容，请核对。',
    previous: (orderNumber: string) => `可以填入您上次申请（${orderNumber}）的发票和收件信息，再核对一遍。`,
    usePrevious: '填入上次的内容',
    sameAs: (label: string) => `已按${label}填入，可以修改`,
    fromAccount: '已按您的实名信息或账号填入，可以修改',
    lookOrChange: '查看或修改',
    chooseCourier: '请选择快递公司',
    missing: (label: string) => `请填写${label}`,
    returned: '审核员请您修改下面标出的内容，其他不用动。',
    next: '下一步',
    nextReturned: '改好了，去提交',
    going: '正在保存…',
    wholeText: (text: string) => `完整内容：${text}`,
    confirmCode: {
      'unit.unifiedSocialCreditCode': '我已逐位核对，营业执照上就是这个代码',
      'invoice.taxpayerNumber': '我已逐位核对，税号就是这个号码',
    },
    seeOrder: '查看申请',
    problems: (count: number) => `还有 ${count} 处需要填写或修改`,
  },
  en: {
    project: 'Project',
    projectName: 'Project',
    orderNumber: 'Application number',
    applicant: 'Applicant',
    applicantHint: 'Verified, cannot be changed',
    name: 'Name',
    documentType: 'Document',
    idNumber: 'ID number',
    phone: 'Mobile number',
    unit: 'Organisation',
    contact: 'Contact',
    invoice: 'Invoice',
    delivery: 'Delivery',
    pickUpHint: 'Once it is made you get a code; bring your identity document, the original, and show the code',
    pickUpAt: (place: string, hours: string) =>
      `${place}, ${hours}; bring your identity document, the original, and the code you get once it is made`,
    downloadHint: 'Nothing is sent; after the review you make the key on this phone and get the certificate as a file',
    freight: 'The recipient pays the courier on delivery.',
    chooseTitle: 'Choose from WeChat invoice titles',
    noTitles: 'WeChat did not open your invoice titles; please type it below',
    restored: 'What could not be saved last time is back; please check it.',
    previous: (orderNumber: string) =>
      `You can take invoice and delivery from your last application (${orderNumber}) and check them.`,
    usePrevious: 'Fill in from last time',
    sameAs: (label: string) => `Filled in from: ${label}; you can change it`,
    fromAccount: 'Filled in from your verified identity or account; you can change it',
    lookOrChange: 'View or change',
    chooseCourier: 'Please choose a courier',
    missing: (label: string) => `Please enter: ${label}`,
    returned: 'Please change what the reviewer marked below; leave the rest.',
    next: 'Next',
    nextReturned: 'Done, go to submit',
    going: 'Saving…',
    wholeText: (text: string) => `In full: ${text}`,
    confirmCode: {
      'unit.unifiedSocialCreditCode': 'I have compared it: the licence has exactly this code',
      'invoice.taxpayerNumber': 'I have compared it: this is the tax number',
    },
    seeOrder: 'See application',
    problems: (count: number) =>
      count === 1 ? '1 entry is missing or wrong' : `${count} entries are missing or wrong`,
  },
});

/** What the line above the button says; null where the notice beside it says more. */
export const SAVE_STATE_TEXT = localized<Record<DraftSaveState, string | null>>({
  zh: {
    untouched: '填写的内容会自动保存',
    saved: '填写的内容已自动保存',
    waiting: '正在保存…',
    saving: '正在保存…',
    kept: '网络连接不上，内容已存在这台手机里，联网后自动保存',
    refused: null,
    undecided: '有一项要您选择保留哪一个，选好后保存',
  },
  en: {
    untouched: 'What you enter is saved by itself',
    saved: 'Everything you entered is saved',
    waiting: 'Saving…',
    saving: 'Saving…',
    kept: 'No connection: kept on this phone, saved once you are online',
    refused: null,
    undecided: 'One entry waits for your choice and is saved then',
  },
});

/** Of what was typed on two devices or in two windows. */
export const CONFLICT_TEXT = localized({
  zh: {
    title: '另一台设备或窗口也改过',
    lead: '下面的内容两处填得不一样，请选择保留哪一个。其他内容已经合在一起。',
    mine: '保留这里填的',
    theirs: '用另一处填的',
    empty: '（没有填）',
    of: (label: string) => `${label}：保留哪一个`,
  },
  en: {
    title: 'Also changed on another device or window',
    lead: 'These entries differ; please choose which one to keep. Everything else has been joined.',
    mine: 'Keep what was entered here',
    theirs: 'Take what was entered there',
    empty: '(empty)',
    of: (label: string) => `${label}: which one to keep`,
  },
});

export interface FieldText {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
}

export const FIELD_TEXT = localized<Record<DraftTextField, FieldText>>({
  zh: {
    'unit.name': { label: '单位名称', hint: '与营业执照上一致' },
    'unit.unifiedSocialCreditCode': { label: '统一社会信用代码', hint: '营业执照上的 18 位代码' },
    'unit.legalRepresentative': { label: '法定代表人', hint: '执照上的法定代表人或负责人姓名' },
    email: { label: '邮箱', hint: '会印进合同，用来联系您', placeholder: 'name@example.cn' },
    address: { label: '联系地址', hint: '写到门牌和房间号，会印在合同上' },
    'invoice.title': { label: '发票抬头' },
    'invoice.taxpayerNumber': { label: '纳税人识别号', hint: '单位的统一社会信用代码，或 15 至 20 位的税号' },
    'invoice.email': { label: '收票邮箱', hint: '开票信息的一部分' },
    'invoice.businessAddress': { label: '营业地址' },
    'invoice.businessPhone': { label: '单位电话', placeholder: '0471-1234567' },
    'invoice.bankName': { label: '开户银行', hint: '写到支行' },
    'invoice.bankAccount': { label: '银行账号' },
    'delivery.courier': { label: '快递公司' },
    'delivery.receiver': { label: '收件人' },
    'delivery.phone': { label: '收件人手机号' },
    'delivery.province': { label: '省（自治区、直辖市）' },
    'delivery.city': { label: '市（盟）' },
    'delivery.district': { label: '区县（旗）' },
    'delivery.street': { label: '详细地址', hint: '街道、门牌、楼栋和房间号' },
  },
  en: {
    'unit.name': { label: 'Name of the organisation', hint: 'As on the business licence' },
    'unit.unifiedSocialCreditCode': {
      label: 'USCC',
      hint: 'Unified social credit code: 18 characters on the business licence',
    },
    'unit.legalRepresentative': { label: 'Legal representative', hint: 'As named on the business licence' },
    email: {
      label: 'Email',
      hint: 'Printed in the contract; we contact you there',
      placeholder: 'name@example.cn',
    },
    address: { label: 'Contact address', hint: 'With street and room; it is printed in the contract' },
    'invoice.title': { label: 'Invoice title' },
    'invoice.taxpayerNumber': {
      label: 'Taxpayer number',
      hint: 'The USCC of the organisation, or its tax number of 15 to 20 characters',
    },
    'invoice.email': { label: 'Email for the invoice', hint: 'Part of the invoice details' },
    'invoice.businessAddress': { label: 'Business address' },
    'invoice.businessPhone': { label: 'Phone of the organisation', placeholder: '0471-1234567' },
    'invoice.bankName': { label: 'Bank', hint: 'With its branch' },
    'invoice.bankAccount': { label: 'Bank account' },
    'delivery.courier': { label: 'Courier' },
    'delivery.receiver': { label: 'Recipient' },
    'delivery.phone': { label: 'Mobile number of the recipient' },
    'delivery.province': { label: 'Province (autonomous region, municipality)' },
    'delivery.city': { label: 'City (league)' },
    'delivery.district': { label: 'District (county, banner)' },
    'delivery.street': { label: 'Street address', hint: 'Street, number, building and room' },
  },
});

export const REGION_TEXT = localized({
  zh: {
    label: '省 / 市 / 区',
    choose: '点此选择',
    chooseOne: '请选择',
    typeInstead: '列表里没有？手动填写',
    chooseInstead: '从列表选择',
  },
  en: {
    label: 'Province / city / district',
    choose: 'Tap to choose',
    chooseOne: 'Please choose',
    typeInstead: 'Not in the list? Type it',
    chooseInstead: 'Choose from the list',
  },
});

export const ATTACHMENT_TEXT = localized({
  zh: {
    lead: '拍清整页，四角完整，字能看清。每张不超过 1 MB，过大的会自动压缩。',
    required: '必须',
    optional: '选填',
    camera: '拍照',
    album: '从相册选',
    retry: '重新上传',
    photo: (position: number) => `第 ${position} 张`,
    remove: (label: string, position: number) => `删除${label}第 ${position} 张`,
    removed: '已删除 1 张照片。',
    undo: '撤销删除',
    full: '附件最多 20 张，已经满了',
    nothing: '这个项目不需要上传材料。',
    missing: (labels: readonly string[]) => `还差：${labels.join('、')}`,
    uploading: '照片正在上传，请稍等',
    next: '下一步',
  },
  en: {
    lead: 'The whole page with its four corners, every word legible. At most 1 MB each; larger photos are compressed.',
    required: 'Required',
    optional: 'Optional',
    camera: 'Take photo',
    album: 'From album',
    retry: 'Upload again',
    photo: (position: number) => `No. ${position}`,
    remove: (label: string, position: number) => `Remove ${label} no. ${position}`,
    removed: '1 photo removed.',
    undo: 'Undo',
    full: '20 attachments at most; there is no room left',
    nothing: 'This project asks for no documents.',
    missing: (labels: readonly string[]) => `Still missing: ${labels.join(', ')}`,
    uploading: 'A photo is being uploaded, please wait',
    next: 'Next',
  },
});
