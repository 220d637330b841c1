import type { SaveState } from './draft/autosave';
import type { DraftTextField } from './draft/draft-fields';

/** Texts of ⑤ 填写信息. */
export const FORM_TEXT = {
  project: '办理项目',
  projectName: '项目',
  orderNumber: '申请编号',
  applicant: '申请人',
  applicantHint: '已实名认证，不能修改',
  name: '姓名',
  documentType: '证件类型',
  idCard: '居民身份证',
  idNumber: '证件号码',
  phone: '手机号',
  unit: '单位信息',
  contact: '联系方式',
  invoice: '发票',
  delivery: '领取方式',
  pickUpHint: '制证后打印申请表，凭申请表到受理点领取',
  freight: '运费由收件人在签收时付给快递员。',
  chooseTitle: '从微信选择发票抬头',
  restored: '已恢复您上次没来得及保存的内容，请核对。',
  previous: (orderNumber: string) => `可以填入您上次申请（${orderNumber}）的单位、地址等内容，再核对一遍。`,
  usePrevious: '填入上次的内容',
  chooseCourier: '请选择快递公司',
  missing: (label: string) => `请填写${label}`,
  returned: '审核员请您修改下面标出的内容，其他不用动。',
  next: '下一步',
  nextReturned: '改好了，去提交',
  going: '正在保存…',
  problems: (count: number) => `还有 ${count} 处需要填写或修改`,
} as const;

/** What the line above the button says; null where the notice beside it says more. */
export const SAVE_STATE_TEXT: Record<SaveState, string | null> = {
  untouched: '填写的内容会自动保存',
  saved: '填写的内容已自动保存',
  waiting: '正在保存…',
  saving: '正在保存…',
  kept: '网络连接不上，内容已存在这台手机里，联网后自动保存',
  refused: null,
};

export interface FieldText {
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly keyboard?: 'text' | 'digits';
  readonly maxLength?: number;
}

export const FIELD_TEXT: Record<DraftTextField, FieldText> = {
  'unit.name': { label: '单位名称', hint: '与营业执照上一致', maxLength: 100 },
  'unit.unifiedSocialCreditCode': { label: '统一社会信用代码', hint: '营业执照上的 18 位代码', maxLength: 18 },
  email: { label: '邮箱', hint: '用来接收电子合同和通知', placeholder: 'name@example.cn', maxLength: 100 },
  address: { label: '联系地址', maxLength: 120 },
  'invoice.title': { label: '发票抬头', maxLength: 100 },
  'invoice.taxpayerNumber': { label: '纳税人识别号', hint: '单位的统一社会信用代码', maxLength: 18 },
  'invoice.email': { label: '收票邮箱', hint: '电子发票发到这个邮箱', maxLength: 100 },
  'invoice.businessAddress': { label: '营业地址', maxLength: 100 },
  'invoice.businessPhone': { label: '单位电话', placeholder: '0471-1234567', maxLength: 20 },
  'invoice.bankName': { label: '开户银行', hint: '写到支行', maxLength: 60 },
  'invoice.bankAccount': { label: '银行账号', keyboard: 'digits', maxLength: 31 },
  'delivery.courier': { label: '快递公司' },
  'delivery.receiver': { label: '收件人', maxLength: 30 },
  'delivery.phone': { label: '收件人手机号', keyboard: 'digits', maxLength: 11 },
  'delivery.province': { label: '省（自治区、直辖市）', maxLength: 20 },
  'delivery.city': { label: '市（盟）', maxLength: 30 },
  'delivery.district': { label: '区县（旗）', maxLength: 30 },
  'delivery.street': { label: '详细地址', hint: '街道、门牌、楼栋和房间号', maxLength: 100 },
};

export const REGION_TEXT = { label: '省 / 市 / 区', choose: '点此选择' } as const;

export const ATTACHMENT_TEXT = {
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
} as const;
