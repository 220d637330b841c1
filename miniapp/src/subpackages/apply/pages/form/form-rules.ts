import {
  type ApplicationFormDraft,
  checkApplicationForm,
  type DraftField,
  type DraftTextField,
  type FieldProblem,
  type FormRules,
  writeField,
} from '@acceptance/shared';
import { invoiceFields } from '../../draft/change-field';
import { problemsOn, withAsked } from '../../draft/draft-problems';
import { fillFields } from '../../draft/fill-fields';

const COURIER_FIELDS: readonly DraftTextField[] = [
  'delivery.courier',
  'delivery.receiver',
  'delivery.phone',
  'delivery.province',
  'delivery.city',
  'delivery.district',
  'delivery.street',
];

/** Every field that is shown, in the order of the page: hidden ones are neither asked nor checked. */
export function visibleFields(draft: ApplicationFormDraft, rules: FormRules): DraftField[] {
  return [
    ...(rules.invoiceOffered ? (['invoice.kind', ...invoiceFields(draft)] as const) : []),
    'delivery.way',
    ...(draft.delivery?.way === 'courier' ? COURIER_FIELDS : []),
  ];
}

/** The draft as the page opens: where a project leaves no choice, it is made. */
export function openingDraft(
  draft: ApplicationFormDraft,
  { deliveryWays, couriers }: Pick<FormRules, 'deliveryWays' | 'couriers'>,
): ApplicationFormDraft {
  const [onlyWay, ...otherWays] = deliveryWays;
  const [onlyCourier, ...otherCouriers] = couriers;
  const withWay =
    onlyWay && otherWays.length === 0 && !draft.delivery?.way ? writeField(draft, 'delivery.way', onlyWay) : draft;
  return onlyCourier && otherCouriers.length === 0 && withWay.delivery?.way === 'courier' && !withWay.delivery.courier
    ? writeField(withWay, 'delivery.courier', onlyCourier)
    : withWay;
}

/** What is wrong or missing on this page, in its order; what the contract says was checked before it was signed. */
export function formProblems(draft: ApplicationFormDraft, rules: FormRules): FieldProblem[] {
  const fields = visibleFields(draft, rules);
  const { invoice = {}, delivery = {}, ...particulars } = withAsked(draft, fields);
  const asked = { ...particulars, ...(rules.invoiceOffered && { invoice }), delivery };
  const checked = checkApplicationForm(asked, rules);
  return checked.ok ? [] : problemsOn(fields, draft, checked.problems);
}

/** An invoice title out of WeChat's own list. */
export interface InvoiceTitle {
  readonly title: string;
  readonly taxpayerNumber: string;
  readonly businessAddress: string;
  readonly businessPhone: string;
  readonly bankName: string;
  readonly bankAccount: string;
}

/** `failed`: this account, or this phone, may not open the list. */
export type TitleOutcome = InvoiceTitle | 'cancelled' | 'failed';

/**
 * Puts a chosen title in. What it does not hold stays as it was typed, unless that was typed for another title: nobody's
 * tax number or bank account comes under somebody else's name.
 */
export function applyInvoiceTitle(draft: ApplicationFormDraft, chosen: InvoiceTitle): ApplicationFormDraft {
  const before = draft.invoice?.title ?? '';
  const isAnother = before !== '' && before !== chosen.title;
  const held = Object.entries(chosen).filter(([, value]) => isAnother || value !== '');
  return { ...draft, invoice: { ...draft.invoice, ...Object.fromEntries(held) } };
}

/** The draft with its empty fields filled from an earlier application, as far as this project asks for them. */
export function fillFromPrevious(
  draft: ApplicationFormDraft,
  previous: ApplicationFormDraft,
  rules: FormRules,
): ApplicationFormDraft {
  const isOffered = (field: DraftField, value: string): boolean => {
    if (field === 'delivery.way') {
      return rules.deliveryWays.some((way) => way === value);
    }
    return field === 'delivery.courier' ? rules.couriers.includes(value) : true;
  };
  // The choices first: they decide which other fields are asked.
  const choices = visibleFields(draft, rules).filter((field) => field === 'invoice.kind' || field === 'delivery.way');
  const chosen = fillFields(draft, previous, choices, isOffered);
  return fillFields(chosen, previous, visibleFields(chosen, rules), isOffered);
}
