import {
  type AccountView,
  type ApplicationStep,
  DELIVERY_WAY_LABELS,
  formatFen,
  INVOICE_KIND_LABELS,
  type OrderView,
} from '@acceptance/shared';

export interface SummaryRow {
  readonly label: string;
  readonly value: string;
}

export interface SummarySection {
  readonly title: string;
  readonly rows: readonly SummaryRow[];
  /** Where it is changed or looked at again; null where there is nothing to change. */
  readonly link: { readonly step: ApplicationStep; readonly label: string } | null;
}

const APPLICANT_TYPE_LABELS: Record<OrderView['applicantType'], string> = { person: '个人申请', unit: '单位申请' };
const CHANGE = '修改';
const LOOK = '查看';

/** Rows without a value say nothing and are left out. */
const rowsOf = (pairs: readonly (readonly [string, string | null | undefined])[]): SummaryRow[] =>
  pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));

function projectSection({ project, applicantType, amountFen }: OrderView): SummarySection {
  const rows = rowsOf([
    ['项目', project.name],
    ['申请类型', APPLICANT_TYPE_LABELS[applicantType]],
    ['费用', project.paymentRequired ? `${formatFen(amountFen)}，审核通过后支付` : '免费'],
  ]);
  return { title: '办理项目', rows, link: null };
}

function identitySection(account: AccountView): SummarySection {
  const rows = rowsOf([
    ['姓名', account.identity?.nameMasked],
    ['身份证号码', account.identity?.idNumberMasked],
    ['登录手机号', account.phoneMasked],
  ]);
  return { title: '实名信息', rows, link: { step: 'identity', label: LOOK } };
}

/** After signing, photos and signature belong to the contract; only a returned order takes new ones. */
function papersSection({ idCard, signature, contract, status }: OrderView): SummarySection {
  const photos = [idCard.front, idCard.back].filter((file) => file !== null).length;
  const rows = rowsOf([
    ['身份证照片', `${photos} 张`],
    ['手写签名', signature ? '已确认' : null],
    ['合同编号', contract.contractNumber],
  ]);
  const link =
    status === 'returned' ? { step: 'papers' as const, label: CHANGE } : { step: 'sealed' as const, label: LOOK };
  return { title: '证件与合同', rows, link };
}

function formSection({ form }: OrderView): SummarySection {
  const rows = rowsOf([
    ['单位名称', form.unit?.name],
    ['统一社会信用代码', form.unit?.unifiedSocialCreditCode],
    ['邮箱', form.email],
    ['联系地址', form.address],
  ]);
  return { title: '填写信息', rows, link: { step: 'form', label: CHANGE } };
}

function invoiceSection({ form, project }: OrderView): SummarySection[] {
  if (!project.invoiceOffered) {
    return [];
  }
  const { kind = 'none', ...invoice } = form.invoice ?? {};
  const details: [string, string | undefined][] = [
    ['抬头', invoice.title],
    ['纳税人识别号', invoice.taxpayerNumber],
    ['接收邮箱', invoice.email],
  ];
  const special: [string, string | undefined][] = [
    ['营业地址', invoice.businessAddress],
    ['单位电话', invoice.businessPhone],
    ['开户银行', invoice.bankName],
    ['银行账号', invoice.bankAccount],
  ];
  const rows = rowsOf([
    ['类型', INVOICE_KIND_LABELS[kind]],
    ...(kind === 'none' ? [] : details),
    ...(kind === 'special' ? special : []),
  ]);
  return [{ title: '发票', rows, link: { step: 'form', label: CHANGE } }];
}

function deliverySection({ form }: OrderView): SummarySection {
  const delivery = form.delivery ?? {};
  const address = [delivery.province, delivery.city, delivery.district, delivery.street].filter(Boolean).join('');
  const courier: [string, string | undefined][] = [
    ['快递', delivery.courier && `${delivery.courier}（运费到付）`],
    ['收件人', delivery.receiver],
    ['电话', delivery.phone],
    ['地址', address],
  ];
  const rows = rowsOf([
    ['方式', delivery.way && DELIVERY_WAY_LABELS[delivery.way]],
    ...(delivery.way === 'courier' ? courier : []),
  ]);
  return { title: '领取', rows, link: { step: 'form', label: CHANGE } };
}

function attachmentsSection({ project, attachments }: OrderView): SummarySection[] {
  if (project.attachments.length === 0) {
    return [];
  }
  const countOf = (kind: string) => attachments.filter((attachment) => attachment.kind === kind).length;
  const rows = project.attachments.map(({ kind, label }) => {
    const count = countOf(kind);
    return { label, value: count > 0 ? `${count} 张` : '未上传（选交）' };
  });
  return [{ title: '上传材料', rows, link: { step: 'attachments', label: CHANGE } }];
}

/** Everything that is about to be handed in, in the order in which it was entered. */
export const summariseOrder = (order: OrderView, account: AccountView): SummarySection[] => [
  projectSection(order),
  identitySection(account),
  papersSection(order),
  formSection(order),
  ...invoiceSection(order),
  deliverySection(order),
  ...attachmentsSection(order),
];
