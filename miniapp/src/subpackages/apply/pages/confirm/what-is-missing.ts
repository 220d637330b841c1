import { APPLICATION_STEP_LABELS, type ApplicationStep, type FieldProblem } from '@acceptance/shared';
import type { Problem } from '../../../../api/problem';

const FIELD_LABELS: Record<string, string> = {
  unit: '单位信息',
  'unit.name': '单位名称',
  'unit.unifiedSocialCreditCode': '统一社会信用代码',
  email: '邮箱',
  address: '联系地址',
  invoice: '发票',
  'invoice.kind': '发票类型',
  'invoice.title': '发票抬头',
  'invoice.taxpayerNumber': '纳税人识别号',
  'invoice.email': '发票接收邮箱',
  'invoice.businessAddress': '营业地址',
  'invoice.businessPhone': '单位电话',
  'invoice.bankName': '开户银行',
  'invoice.bankAccount': '银行账号',
  delivery: '领取信息',
  'delivery.way': '领取方式',
  'delivery.courier': '快递公司',
  'delivery.receiver': '收件人',
  'delivery.phone': '收件电话',
  'delivery.province': '省份',
  'delivery.city': '城市',
  'delivery.district': '区县',
  'delivery.street': '详细地址',
};

export interface MissingPart {
  readonly step: ApplicationStep;
  readonly stepLabel: string;
  /** One line per field, e.g. 邮箱：请填写. */
  readonly lines: readonly string[];
}

const lineOf = ({ path, message }: FieldProblem): string => {
  const label = FIELD_LABELS[path];
  return label && !message.includes(label) ? `${label}：${message}` : message;
};

/**
 * What an `orders.incomplete` refusal is about; null for every other problem. `openStep` is the step that the order,
 * read again after the refusal, is at.
 */
export function whatIsMissing(problem: Problem | null, openStep: ApplicationStep | null): MissingPart | null {
  if (problem?.code !== 'orders.incomplete' || !openStep) {
    return null;
  }
  const step = openStep === 'submit' ? 'form' : openStep;
  return { step, stepLabel: APPLICATION_STEP_LABELS[step], lines: problem.fields.map(lineOf) };
}
