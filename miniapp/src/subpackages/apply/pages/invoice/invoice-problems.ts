import {
  type ApplicationFormDraft,
  type DraftField,
  type FieldProblem,
  fieldProblemsOf,
  unconfirmedCodeProblems,
  type WantedInvoice,
  wantedInvoiceSchema,
} from '@acceptance/shared';
import * as v from 'valibot';
import { invoiceFields } from '../../draft/change-field';
import { problemsOn, withAsked } from '../../draft/draft-problems';

export const invoiceFieldsOf = (draft: ApplicationFormDraft): DraftField[] => ['invoice.kind', ...invoiceFields(draft)];

const schema = v.object({ invoice: wantedInvoiceSchema });

/** What would be sent, or what is wrong with it, in the order of the page. */
export function checkInvoice(
  draft: ApplicationFormDraft,
):
  | { readonly invoice: WantedInvoice; readonly problems: [] }
  | { readonly invoice: null; readonly problems: FieldProblem[] } {
  const fields = invoiceFieldsOf(draft);
  const { invoice } = withAsked(draft, fields);
  const parsed = v.safeParse(schema, { invoice });
  const found = [...(parsed.success ? [] : fieldProblemsOf(parsed.issues)), ...unconfirmedCodeProblems({ invoice })];
  return parsed.success && found.length === 0
    ? { invoice: parsed.output.invoice, problems: [] }
    : { invoice: null, problems: problemsOn(fields, draft, found) };
}
