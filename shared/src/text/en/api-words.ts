import { APPLICATION_STEP_LABELS } from '../../order/application-steps';
import { ORDER_STATUS_LABELS, PAYMENT_STATUS_LABELS } from '../../order/order-status';
import { APPLICATION_STEP_LABELS_EN, ORDER_STATUS_LABELS_EN, PAYMENT_STATUS_LABELS_EN } from './labels';

/** Words of a time line: who did it, and what the buttons and jobs of the order machine are called. */
const TIMELINE_WORDS: Readonly<Record<string, string>> = {
  本人: 'You',
  审核员: 'Reviewer',
  财务: 'Finance',
  制证员: 'Issuer',
  管理员: 'Administrator',
  系统: 'System',
  开始申请: 'Application started',
  合同已盖章: 'Contract sealed',
  提交申请: 'Submitted',
  通过: 'Approved',
  退回补充: 'Returned for changes',
  不予通过: 'Rejected',
  开始制证: 'Issuing started',
  完成制证: 'Certificate issued',
  发出: 'Sent out',
  确认收到: 'Receipt confirmed',
  取消申请: 'Cancelled',
  退款: 'Refund started',
};

/** Papers that are asked of every unit (`papers-for.ts`); what a project words itself stays as it is. */
const PAPER_WORDS: Readonly<Record<string, string>> = {
  营业执照: 'Business licence',
  '执照正本或副本，拍清整页': 'The original or a duplicate; the whole page, legible',
  经办人授权书: 'Letter of authority',
  '下载打印后加盖单位公章，再拍照上传': 'Download and print it, have it sealed, then photograph it',
  企业网银证明: 'Proof from corporate online banking',
  '选填：网银里能看到单位名称和账户的页面，能让审核更快':
    'Optional: a page that shows name and account of the organisation; it speeds up the review',
};

/** Labels of what a contract prints; they stay Chinese there, and this stands beside them. */
const CONTRACT_WORDS: Readonly<Record<string, string>> = {
  甲方: 'Party A',
  乙方: 'Party B',
  约定: 'What is agreed',
  电子认证服务机构: 'Certification authority',
  统一社会信用代码: 'USCC',
  电子认证服务许可证编号: 'Licence no.',
  法定代表人: 'Legal representative',
  联系电话: 'Telephone',
  地址: 'Address',
  单位名称: 'Organisation',
  '法定代表人（负责人）': 'Legal representative',
  签署人姓名: 'Signer',
  申请人姓名: 'Applicant',
  签署人身份: 'Signs as',
  身份证件: 'Identity document',
  手机号码: 'Mobile number',
  电子邮箱: 'E-mail',
  联系地址: 'Address',
  所属项目: 'Project',
  证书种类: 'Certificate',
  证书有效期: 'Term',
  费用: 'Fee',
};

const pairs = <Key extends string>(chinese: Record<Key, string>, english: Record<Key, string>): [string, string][] =>
  (Object.keys(chinese) as Key[]).map((key) => [chinese[key], english[key]]);

const WORDS: ReadonlyMap<string, string> = new Map([
  ...pairs(PAYMENT_STATUS_LABELS, PAYMENT_STATUS_LABELS_EN),
  ...pairs(APPLICATION_STEP_LABELS, APPLICATION_STEP_LABELS_EN),
  ...pairs(ORDER_STATUS_LABELS, ORDER_STATUS_LABELS_EN),
  ...Object.entries(TIMELINE_WORDS),
  ...Object.entries(PAPER_WORDS),
  ...Object.entries(CONTRACT_WORDS),
]);

/** English for a single word that the API answers in Chinese (a status in an error, a line of the time line); itself when unknown. */
export const englishApiWord = (word: string): string => WORDS.get(word) ?? word;
