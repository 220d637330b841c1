import { type AccountView, type ApplicationStep, formatFen, isAskedOf, type OrderView } from '@acceptance/shared';
import { apiWord } from '../text/api-texts';
import { DELIVERY_WAY_LABELS, INVOICE_KIND_LABELS } from '../text/labels';
import { FIELD_NAMES_TEXT, SUMMARY_TEXT } from '../text/summary';
import { particularsRows } from './particulars-rows';

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

/** Rows without a value say nothing and are left out. */
const rowsOf = (pairs: readonly (readonly [string, string | null | undefined])[]): SummaryRow[] =>
  pairs.flatMap(([label, value]) => (value ? [{ label, value }] : []));

function projectSection({ project, applicantType, amountFen }: OrderView): SummarySection {
  const rows = rowsOf([
    [SUMMARY_TEXT.project, project.name],
    [SUMMARY_TEXT.applicantType, SUMMARY_TEXT.applicantTypes[applicantType]],
    [SUMMARY_TEXT.price, project.paymentRequired ? SUMMARY_TEXT.priceLater(formatFen(amountFen)) : SUMMARY_TEXT.free],
  ]);
  return { title: SUMMARY_TEXT.titles.project, rows, link: null };
}

function identitySection(account: AccountView): SummarySection {
  const rows = rowsOf([
    [SUMMARY_TEXT.name, account.identity?.nameMasked],
    [SUMMARY_TEXT.idNumber, account.identity?.idNumberMasked],
    [SUMMARY_TEXT.signInPhone, account.phoneMasked],
  ]);
  return { title: SUMMARY_TEXT.titles.identity, rows, link: { step: 'identity', label: SUMMARY_TEXT.look } };
}

/** After signing, photos and signature belong to the contract; only a returned order takes new ones. */
function papersSection({ idCard, signature, contract, status }: OrderView): SummarySection {
  const photos = [idCard.front, idCard.back].filter((file) => file !== null).length;
  const rows = rowsOf([
    [SUMMARY_TEXT.idCardPhotos, SUMMARY_TEXT.photos(photos)],
    [SUMMARY_TEXT.signature, signature ? SUMMARY_TEXT.confirmed : null],
    [SUMMARY_TEXT.contractNumber, contract.contractNumber],
  ]);
  const link =
    status === 'returned'
      ? { step: 'papers' as const, label: SUMMARY_TEXT.change }
      : { step: 'sealed' as const, label: SUMMARY_TEXT.look };
  return { title: SUMMARY_TEXT.titles.papers, rows, link };
}

/** In the contract: changed there, by signing anew. */
function particularsSection({ form }: OrderView): SummarySection {
  const rows = particularsRows(form).map(([label, value]) => ({ label, value }));
  return { title: SUMMARY_TEXT.titles.particulars, rows, link: { step: 'particulars', label: SUMMARY_TEXT.look } };
}

function invoiceSection({ form, project }: OrderView): SummarySection[] {
  if (!project.invoiceOffered) {
    return [];
  }
  const { kind = 'none', ...invoice } = form.invoice ?? {};
  const details: [string, string | undefined][] = [
    [SUMMARY_TEXT.invoiceTitle, invoice.title],
    [FIELD_NAMES_TEXT['invoice.taxpayerNumber'], invoice.taxpayerNumber],
    [SUMMARY_TEXT.invoiceEmail, invoice.email],
  ];
  const special: [string, string | undefined][] = [
    [FIELD_NAMES_TEXT['invoice.businessAddress'], invoice.businessAddress],
    [FIELD_NAMES_TEXT['invoice.businessPhone'], invoice.businessPhone],
    [FIELD_NAMES_TEXT['invoice.bankName'], invoice.bankName],
    [FIELD_NAMES_TEXT['invoice.bankAccount'], invoice.bankAccount],
  ];
  const rows = rowsOf([
    [SUMMARY_TEXT.invoiceKind, INVOICE_KIND_LABELS[kind]],
    ...(kind === 'none' ? [] : details),
    ...(kind === 'special' ? special : []),
  ]);
  return [{ title: SUMMARY_TEXT.titles.invoice, rows, link: { step: 'form', label: SUMMARY_TEXT.change } }];
}

function deliverySection({ form }: OrderView): SummarySection {
  const delivery = form.delivery ?? {};
  const address = [delivery.province, delivery.city, delivery.district, delivery.street].filter(Boolean).join('');
  const courier: [string, string | undefined][] = [
    [SUMMARY_TEXT.courier, delivery.courier && SUMMARY_TEXT.courierPaid(delivery.courier)],
    [FIELD_NAMES_TEXT['delivery.receiver'], delivery.receiver],
    [SUMMARY_TEXT.phone, delivery.phone],
    [SUMMARY_TEXT.address, address],
  ];
  const rows = rowsOf([
    [SUMMARY_TEXT.way, delivery.way && DELIVERY_WAY_LABELS[delivery.way]],
    ...(delivery.way === 'courier' ? courier : []),
  ]);
  return { title: SUMMARY_TEXT.titles.delivery, rows, link: { step: 'form', label: SUMMARY_TEXT.change } };
}

function attachmentsSection({ project, attachments, form }: OrderView): SummarySection[] {
  const papers = project.attachments.filter((paper) => isAskedOf(paper, form.unit?.role));
  if (papers.length === 0) {
    return [];
  }
  const countOf = (kind: string) => attachments.filter((attachment) => attachment.kind === kind).length;
  const rows = papers.map(({ kind, label }) => {
    const count = countOf(kind);
    return { label: apiWord(label), value: count > 0 ? SUMMARY_TEXT.photos(count) : SUMMARY_TEXT.noPhotos };
  });
  return [{ title: SUMMARY_TEXT.titles.attachments, rows, link: { step: 'attachments', label: SUMMARY_TEXT.change } }];
}

/** What was typed, as it was or will be handed in; photos and contract are shown themselves. */
export const summariseForm = (order: OrderView): SummarySection[] =>
  [particularsSection(order), ...invoiceSection(order), deliverySection(order)].filter(({ rows }) => rows.length > 0);

/** Everything that is about to be handed in, in the order in which it was entered. */
export const summariseOrder = (order: OrderView, account: AccountView): SummarySection[] => [
  projectSection(order),
  particularsSection(order),
  identitySection(account),
  papersSection(order),
  ...invoiceSection(order),
  deliverySection(order),
  ...attachmentsSection(order),
];
