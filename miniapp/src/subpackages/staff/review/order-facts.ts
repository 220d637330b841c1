import {
  type ApplicationForm,
  DELIVERY_WAY_LABELS,
  INVOICE_KIND_LABELS,
  REVIEW_FIELDS,
  type ReviewField,
  type StaffOrderView,
} from '@acceptance/shared';

export interface FactGroup {
  /** What can be marked for it; null: verified data, nothing to mend. */
  readonly field: ReviewField | null;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

type Rows = FactGroup['rows'];
type FormFacts = Pick<StaffOrderView, 'form' | 'applicant' | 'applicantType'>;

function invoiceRows({ invoice }: ApplicationForm): Rows {
  const kind = { label: '发票', value: INVOICE_KIND_LABELS[invoice.kind] };
  if (invoice.kind === 'none') {
    return [kind];
  }
  const common = [
    kind,
    { label: '抬头', value: invoice.title },
    { label: '税号', value: invoice.taxpayerNumber || '未填写' },
    { label: '接收邮箱', value: invoice.email },
  ];
  return invoice.kind === 'general'
    ? common
    : [
        ...common,
        { label: '营业地址', value: invoice.businessAddress },
        { label: '单位电话', value: invoice.businessPhone },
        { label: '开户银行', value: invoice.bankName },
        { label: '银行账号', value: invoice.bankAccount },
      ];
}

function deliveryRows({ delivery }: ApplicationForm): Rows {
  const way = { label: '领取方式', value: DELIVERY_WAY_LABELS[delivery.way] };
  return delivery.way === 'pick-up'
    ? [way]
    : [
        way,
        { label: '快递', value: delivery.courier },
        { label: '收件人', value: `${delivery.receiver} ${delivery.phone}` },
        { label: '地址', value: `${delivery.province}${delivery.city}${delivery.district}${delivery.street}` },
      ];
}

/** What was typed, grouped as it can be marked, the verified person first. */
export function orderFacts({ form, applicant, applicantType }: FormFacts): FactGroup[] {
  const person: FactGroup = {
    field: null,
    title: applicantType === 'unit' ? '经办人（已实名）' : '申请人（已实名）',
    rows: [
      { label: '姓名', value: applicant.nameMasked },
      { label: '身份证号码', value: applicant.idNumberMasked },
      { label: '手机号', value: applicant.phoneMasked },
    ],
  };
  if (!form) {
    return [person];
  }
  const unit: FactGroup[] = form.unit
    ? [
        {
          field: 'unit',
          title: '单位信息',
          rows: [
            { label: '单位名称', value: form.unit.name },
            { label: '统一社会信用代码', value: form.unit.unifiedSocialCreditCode },
          ],
        },
      ]
    : [];
  return [
    person,
    ...unit,
    { field: 'email', title: '邮箱', rows: [{ label: '邮箱', value: form.email }] },
    { field: 'address', title: '联系地址', rows: [{ label: '联系地址', value: form.address }] },
    { field: 'invoice', title: '发票信息', rows: invoiceRows(form) },
    { field: 'delivery', title: '领取信息', rows: deliveryRows(form) },
  ];
}

/** What the applicant could mend in this order: marking anything else would send them to an empty page. */
export function markableFields({
  form,
  project,
}: Pick<StaffOrderView, 'form'> & {
  readonly project: Pick<StaffOrderView['project'], 'invoiceOffered' | 'attachments'>;
}): ReviewField[] {
  const absent: readonly (ReviewField | false)[] = [
    !form?.unit && 'unit',
    !project.invoiceOffered && 'invoice',
    project.attachments.length === 0 && 'attachments',
  ];
  return REVIEW_FIELDS.filter((field) => !absent.includes(field));
}
