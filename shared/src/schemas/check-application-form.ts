import * as v from 'valibot';
import type { FieldProblem } from '../errors/api-error';
import { fieldProblemsOf } from '../errors/field-problems';
import type { ApplicantType } from './applicant-type';
import {
  type ApplicationForm,
  type ApplicationFormDraft,
  applicationFormSchema,
  type Particulars,
  particularsSchema,
} from './application-form';
import { invoiceKindsOf, type ProjectView } from './project';
import { unconfirmedCodeProblems } from './unusual-codes';

export type ParticularsCheck =
  | { readonly ok: true; readonly particulars: Particulars }
  | { readonly ok: false; readonly problems: FieldProblem[] };

export type FormCheck =
  | { readonly ok: true; readonly form: ApplicationForm }
  | { readonly ok: false; readonly problems: FieldProblem[] };

/** By what a form is checked beyond each field's own rules. */
export interface FormRules extends Pick<ProjectView, 'invoiceOffered' | 'invoiceKinds' | 'deliveryWays' | 'couriers'> {
  readonly applicantType: ApplicantType;
}

/** The rules of an order. */
export const formRulesOf = (order: { applicantType: ApplicantType; project: ProjectView }): FormRules => ({
  ...order.project,
  applicantType: order.applicantType,
});

const unitProblems = ({ unit }: Particulars, applicantType: ApplicantType): FieldProblem[] =>
  applicantType === 'unit' && !unit ? [{ path: 'unit.name', message: '请填写单位名称和统一社会信用代码' }] : [];

/** Rules that depend on the project. */
function projectProblems(form: ApplicationForm, rules: FormRules): FieldProblem[] {
  const problems = unitProblems(form, rules.applicantType);
  const { kind } = form.invoice;
  if (kind !== 'none' && !invoiceKindsOf(rules).includes(kind)) {
    const message = rules.invoiceOffered ? '这个项目不开这种发票' : '这个项目不开发票';
    problems.push({ path: 'invoice.kind', message });
  }
  if (!rules.deliveryWays.includes(form.delivery.way)) {
    problems.push({ path: 'delivery.way', message: '这个项目不支持这种领取方式' });
  }
  if (form.delivery.way === 'courier' && !rules.couriers.includes(form.delivery.courier)) {
    problems.push({ path: 'delivery.courier', message: '请从列表中选择快递公司' });
  }
  return problems;
}

/** A person's own application names no unit, whatever was typed before. */
const forType = <Draft extends Pick<ApplicationFormDraft, 'unit'>>(
  draft: Draft,
  applicantType: ApplicantType,
): Draft => (applicantType === 'person' ? { ...draft, unit: undefined } : draft);

/** What the contract will say of the applicant: on the phone when leaving the page, on the server before it can be read. */
export function checkParticulars(draft: ApplicationFormDraft, applicantType: ApplicantType): ParticularsCheck {
  const { unit, email, address } = forType(draft, applicantType);
  const typed = { ...(unit && { unit }), email, address };
  const parsed = v.safeParse(particularsSchema, typed);
  const problems = [
    ...(parsed.success ? unitProblems(parsed.output, applicantType) : fieldProblemsOf(parsed.issues)),
    ...unconfirmedCodeProblems(typed),
  ];
  if (!parsed.success) {
    return { ok: false, problems };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, particulars: parsed.output };
}

/** The one check of the form, on the phone when leaving the page and on the server at submit. */
export function checkApplicationForm(draft: ApplicationFormDraft, rules: FormRules): FormCheck {
  const own = forType(draft, rules.applicantType);
  // Without invoices there is nothing to choose; the choice must not be a field that blocks.
  const candidate = rules.invoiceOffered ? own : { ...own, invoice: own.invoice ?? { kind: 'none' as const } };
  const parsed = v.safeParse(applicationFormSchema, candidate);
  const problems = [
    ...(parsed.success ? projectProblems(parsed.output, rules) : fieldProblemsOf(parsed.issues)),
    ...unconfirmedCodeProblems(candidate),
  ];
  if (!parsed.success) {
    return { ok: false, problems };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, form: parsed.output };
}
