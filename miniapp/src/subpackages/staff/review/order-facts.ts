import {
  type ApplicationForm,
  type ReviewField,
  type StaffOrderPerson,
  type StaffOrderView,
  type UnusualCodeField,
  unusualCodesOf,
} from '@acceptance/shared';
import { DELIVERY_WAY_LABELS, INVOICE_KIND_LABELS } from '../../../text/labels';
import { joinFindings } from '../../../text/punctuation';
import { FACTS_TEXT } from '../texts-review';

export interface FactGroup {
  /** What can be marked for it; null: verified data, nothing to mend. */
  readonly field: ReviewField | null;
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
}

type Rows = FactGroup['rows'];
type FormFacts = Pick<StaffOrderView, 'form' | 'applicant' | 'applicantType' | 'unitCheck'>;

/** Beside a code whose check character does not fit: the paper decides, which the reviewer has before them. */
const doubtRows = (form: ApplicationForm, field: UnusualCodeField): Rows =>
  unusualCodesOf(form)
    .filter((unusual) => unusual.field === field)
    .map(() => ({ label: FACTS_TEXT.doubt, value: FACTS_TEXT.doubts[field] }));

/** What the registry said; where it did not confirm the unit, the licence beside decides. */
const registryRows = ({ unitCheck }: FormFacts): Rows =>
  unitCheck
    ? [
        {
          label: FACTS_TEXT.registry,
          value: joinFindings(unitCheck.doubts.map((doubt) => FACTS_TEXT.unitDoubts[doubt])) || FACTS_TEXT.registryFits,
        },
      ]
    : [];

function invoiceRows(form: ApplicationForm): Rows {
  const { invoice } = form;
  const kind = { label: FACTS_TEXT.invoice, value: INVOICE_KIND_LABELS[invoice.kind] };
  if (invoice.kind === 'none') {
    return [kind];
  }
  const common = [
    kind,
    { label: FACTS_TEXT.title, value: invoice.title },
    { label: FACTS_TEXT.taxNumber, value: invoice.taxpayerNumber || FACTS_TEXT.notEntered },
    ...doubtRows(form, 'invoice.taxpayerNumber'),
    { label: FACTS_TEXT.invoiceEmail, value: invoice.email },
  ];
  return invoice.kind === 'general'
    ? common
    : [
        ...common,
        { label: FACTS_TEXT.businessAddress, value: invoice.businessAddress },
        { label: FACTS_TEXT.businessPhone, value: invoice.businessPhone },
        { label: FACTS_TEXT.bankName, value: invoice.bankName },
        { label: FACTS_TEXT.bankAccount, value: invoice.bankAccount },
      ];
}

function deliveryRows({ delivery }: ApplicationForm): Rows {
  const way = { label: FACTS_TEXT.way, value: DELIVERY_WAY_LABELS[delivery.way] };
  return delivery.way !== 'courier'
    ? [way]
    : [
        way,
        { label: FACTS_TEXT.courier, value: delivery.courier },
        { label: FACTS_TEXT.receiver, value: `${delivery.receiver} ${delivery.phone}` },
        {
          label: FACTS_TEXT.place,
          value: `${delivery.province}${delivery.city}${delivery.district}${delivery.street}`,
        },
      ];
}

/** What was typed, grouped as it can be marked, the verified person first. `seen`: the person in full, where that may be seen. */
export function orderFacts(order: FormFacts, seen: StaffOrderPerson | null = null): FactGroup[] {
  const { form, applicant, applicantType } = order;
  const person: FactGroup = {
    field: null,
    title: applicantType === 'unit' ? FACTS_TEXT.agent : FACTS_TEXT.applicant,
    rows: [
      { label: FACTS_TEXT.name, value: seen?.name ?? applicant.nameMasked },
      { label: FACTS_TEXT.idNumber, value: seen?.idNumber ?? applicant.idNumberMasked },
      { label: FACTS_TEXT.phone, value: seen?.phone ?? applicant.phoneMasked },
    ],
  };
  if (!form) {
    return [person];
  }
  const unit: FactGroup[] = form.unit
    ? [
        {
          field: 'unit',
          title: FACTS_TEXT.unit,
          rows: [
            { label: FACTS_TEXT.unitName, value: form.unit.name },
            { label: FACTS_TEXT.uscc, value: form.unit.unifiedSocialCreditCode },
            ...doubtRows(form, 'unit.unifiedSocialCreditCode'),
            { label: FACTS_TEXT.legalRepresentative, value: form.unit.legalRepresentative },
            { label: FACTS_TEXT.role, value: FACTS_TEXT.roles[form.unit.role] },
            ...registryRows(order),
          ],
        },
      ]
    : [];
  return [
    person,
    ...unit,
    { field: 'email', title: FACTS_TEXT.email, rows: [{ label: FACTS_TEXT.email, value: form.email }] },
    { field: 'address', title: FACTS_TEXT.address, rows: [{ label: FACTS_TEXT.address, value: form.address }] },
    { field: 'invoice', title: FACTS_TEXT.invoiceTitle, rows: invoiceRows(form) },
    { field: 'delivery', title: FACTS_TEXT.deliveryTitle, rows: deliveryRows(form) },
  ];
}
