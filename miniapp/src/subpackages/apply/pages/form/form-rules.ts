import {
  type ApplicationFormDraft,
  checkApplicationForm,
  type FieldProblem,
  type ProjectView,
  type ReviewField,
  type ReviewMark,
} from '@acceptance/shared';
import { fieldText } from '../../../../text/api-texts';
import {
  DRAFT_TEXT_FIELDS,
  type DraftField,
  type DraftTextField,
  readField,
  writeField,
} from '../../draft/draft-fields';
import { FIELD_TEXT, FORM_TEXT } from '../../texts-form';

export type FormProject = Pick<ProjectView, 'certificateKind' | 'invoiceOffered' | 'deliveryWays' | 'couriers'>;

const UNIT_FIELDS: readonly DraftTextField[] = ['unit.name', 'unit.unifiedSocialCreditCode'];
const CONTACT_FIELDS: readonly DraftTextField[] = ['email', 'address'];
const GENERAL_INVOICE_FIELDS: readonly DraftTextField[] = ['invoice.title', 'invoice.taxpayerNumber', 'invoice.email'];
const SPECIAL_INVOICE_FIELDS: readonly DraftTextField[] = [
  ...GENERAL_INVOICE_FIELDS,
  'invoice.businessAddress',
  'invoice.businessPhone',
  'invoice.bankName',
  'invoice.bankAccount',
];
const COURIER_FIELDS: readonly DraftTextField[] = [
  'delivery.courier',
  'delivery.receiver',
  'delivery.phone',
  'delivery.province',
  'delivery.city',
  'delivery.district',
  'delivery.street',
];

/** The fields of an invoice of the chosen kind, in the order of the page. */
export function invoiceFields(draft: ApplicationFormDraft): readonly DraftTextField[] {
  const kind = draft.invoice?.kind;
  if (kind === 'special') {
    return SPECIAL_INVOICE_FIELDS;
  }
  return kind === 'general' ? GENERAL_INVOICE_FIELDS : [];
}

/** Every field that is shown, in the order of the page: hidden ones are neither asked nor checked. */
export function visibleFields(draft: ApplicationFormDraft, project: FormProject): DraftField[] {
  return [
    ...(project.certificateKind === 'unit' ? UNIT_FIELDS : []),
    ...CONTACT_FIELDS,
    ...(project.invoiceOffered ? (['invoice.kind', ...invoiceFields(draft)] as const) : []),
    'delivery.way',
    ...(draft.delivery?.way === 'courier' ? COURIER_FIELDS : []),
  ];
}

/** Fields that start out the same as another one and follow it until they are changed themselves. */
const FOLLOWERS: readonly (readonly [follower: DraftTextField, source: DraftTextField])[] = [
  ['invoice.title', 'unit.name'],
  ['invoice.taxpayerNumber', 'unit.unifiedSocialCreditCode'],
  ['invoice.email', 'email'],
];

const wantsInvoice = (draft: ApplicationFormDraft): boolean => invoiceFields(draft).length > 0;

const fillInvoice = (draft: ApplicationFormDraft): ApplicationFormDraft =>
  FOLLOWERS.reduce((filled, [follower, source]) => {
    const known = readField(filled, source);
    return readField(filled, follower) === '' && known !== '' ? writeField(filled, follower, known) : filled;
  }, draft);

/** The draft after one change, with what follows from it. */
export function changeField(draft: ApplicationFormDraft, field: DraftField, value: string): ApplicationFormDraft {
  const before = readField(draft, field);
  const changed = writeField(draft, field, value);
  if (!wantsInvoice(changed)) {
    return changed;
  }
  if (field === 'invoice.kind') {
    return fillInvoice(changed);
  }
  return FOLLOWERS.filter(([follower, source]) => source === field && readField(draft, follower) === before).reduce(
    (followed, [follower]) => writeField(followed, follower, value),
    changed,
  );
}

/** The draft as the page opens: where a project leaves no choice, it is made. */
export function openingDraft(draft: ApplicationFormDraft, project: FormProject): ApplicationFormDraft {
  const [onlyWay, ...otherWays] = project.deliveryWays;
  const [onlyCourier, ...otherCouriers] = project.couriers;
  const withWay =
    onlyWay && otherWays.length === 0 && !draft.delivery?.way ? writeField(draft, 'delivery.way', onlyWay) : draft;
  return onlyCourier && otherCouriers.length === 0 && withWay.delivery?.way === 'courier' && !withWay.delivery.courier
    ? writeField(withWay, 'delivery.courier', onlyCourier)
    : withWay;
}

/** The draft with every visible field present, so that a missing one is named in its own words. */
function askedFields(draft: ApplicationFormDraft, project: FormProject): ApplicationFormDraft {
  const texts = visibleFields(draft, project).filter((field) => field !== 'invoice.kind' && field !== 'delivery.way');
  const complete = texts.reduce((filled, field) => writeField(filled, field, readField(filled, field)), draft);
  const { unit, invoice = {}, delivery = {}, ...contact } = complete;
  return {
    ...contact,
    ...(project.certificateKind === 'unit' && { unit }),
    ...(project.invoiceOffered && { invoice }),
    delivery,
  };
}

/** An empty field is missing, not of the wrong format; a courier is chosen, not typed. */
function messageOf({ path, message }: FieldProblem, draft: ApplicationFormDraft): string {
  const field = DRAFT_TEXT_FIELDS.find((one) => one === path);
  if (!field || readField(draft, field).trim() !== '') {
    return fieldText(message);
  }
  if (field === 'delivery.courier') {
    return FORM_TEXT.chooseCourier;
  }
  // The schema's own sentence where it asks for something; else it would correct what is not there yet.
  return message.startsWith('请') ? fieldText(message) : FORM_TEXT.missing(FIELD_TEXT[field].label);
}

/** What is wrong or missing, in the order of the page. */
export function formProblems(draft: ApplicationFormDraft, project: FormProject): FieldProblem[] {
  const checked = checkApplicationForm(askedFields(draft, project), project);
  if (checked.ok) {
    return [];
  }
  const order: readonly string[] = visibleFields(draft, project);
  return checked.problems
    .map((problem) => ({ ...problem, message: messageOf(problem, draft) }))
    .sort((one, other) => order.indexOf(one.path) - order.indexOf(other.path));
}

/** Id of the element around a field, for scrolling to it. */
export const fieldElementId = (path: string): string => `field-${path.replace(/\./g, '-')}`;

/** What the reviewer wrote about one part of the form. */
export const marksOf = (marks: readonly ReviewMark[], field: ReviewField): ReviewMark[] =>
  marks.filter((mark) => mark.field === field);

/** An invoice title out of WeChat's own list. */
export interface InvoiceTitle {
  readonly title: string;
  readonly taxpayerNumber: string;
  readonly businessAddress: string;
  readonly businessPhone: string;
  readonly bankName: string;
  readonly bankAccount: string;
}

/** Puts a chosen title in; what it does not hold stays as it was typed. */
export function applyInvoiceTitle(draft: ApplicationFormDraft, chosen: InvoiceTitle): ApplicationFormDraft {
  const held = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ''));
  return { ...draft, invoice: { ...draft.invoice, ...held } };
}

/** Whether a value of an earlier application can stand in this one. */
function isOffered(field: DraftField, value: string, project: FormProject): boolean {
  if (field === 'delivery.way') {
    return project.deliveryWays.some((way) => way === value);
  }
  return field === 'delivery.courier' ? project.couriers.includes(value) : true;
}

/** The draft with its empty fields filled from an earlier application, as far as this project asks for them. */
export function fillFromPrevious(
  draft: ApplicationFormDraft,
  previous: ApplicationFormDraft,
  project: FormProject,
): ApplicationFormDraft {
  const choices = ['invoice.kind', 'delivery.way'] as const;
  const fill = (filled: ApplicationFormDraft, field: DraftField): ApplicationFormDraft => {
    const value = readField(previous, field);
    const canTake = value !== '' && readField(filled, field) === '' && isOffered(field, value, project);
    return canTake ? writeField(filled, field, value) : filled;
  };
  // The choices first: they decide which other fields are asked.
  const chosen = choices
    .filter((field) => visibleFields(draft, project).includes(field))
    .reduce<ApplicationFormDraft>(fill, draft);
  return visibleFields(chosen, project).reduce<ApplicationFormDraft>(fill, chosen);
}
