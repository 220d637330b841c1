import * as v from 'valibot';
import type { FieldProblem } from '../errors/app-error';
import { fieldProblemsOf } from '../errors/field-problems';
import { type ApplicationForm, type ApplicationFormDraft, applicationFormSchema } from './application-form';
import type { ProjectView } from './project';
import { unconfirmedCodeProblems } from './unusual-codes';

export type FormCheck =
  | { readonly ok: true; readonly form: ApplicationForm }
  | { readonly ok: false; readonly problems: FieldProblem[] };

type ProjectRules = Pick<ProjectView, 'certificateKind' | 'invoiceOffered' | 'deliveryWays' | 'couriers'>;

/** Rules that depend on the project, beyond each field's own. */
function projectProblems(form: ApplicationForm, project: ProjectRules): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (project.certificateKind === 'unit' && !form.unit) {
    problems.push({ path: 'unit.name', message: '请填写单位名称和统一社会信用代码' });
  }
  if (!project.invoiceOffered && form.invoice.kind !== 'none') {
    problems.push({ path: 'invoice.kind', message: '这个项目不开发票' });
  }
  if (!project.deliveryWays.includes(form.delivery.way)) {
    problems.push({ path: 'delivery.way', message: '这个项目不支持这种领取方式' });
  }
  if (form.delivery.way === 'courier' && !project.couriers.includes(form.delivery.courier)) {
    problems.push({ path: 'delivery.courier', message: '请从列表中选择快递公司' });
  }
  return problems;
}

/** The one check of the form, on the phone when leaving the page and on the server at submit. */
export function checkApplicationForm(draft: ApplicationFormDraft, project: ProjectRules): FormCheck {
  // Without invoices there is nothing to choose; the choice must not be a field that blocks.
  const candidate = project.invoiceOffered ? draft : { ...draft, invoice: draft.invoice ?? { kind: 'none' as const } };
  const parsed = v.safeParse(applicationFormSchema, candidate);
  const problems = [
    ...(parsed.success ? projectProblems(parsed.output, project) : fieldProblemsOf(parsed.issues)),
    ...unconfirmedCodeProblems(candidate),
  ];
  if (!parsed.success) {
    return { ok: false, problems };
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, form: parsed.output };
}
