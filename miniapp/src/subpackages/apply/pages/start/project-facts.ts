import { DELIVERY_WAY_LABELS, formatFen, type ProjectView } from '@acceptance/shared';

/** A project's facts as its card shows them. */
export interface ProjectFacts {
  readonly price: string;
  readonly term: string;
  readonly papers: string;
  readonly delivery: string;
}

/** Papers that every application needs, whatever the project. */
const ALWAYS_NEEDED = ['身份证'];

/** 12 → 1 年, 18 → 18 个月 */
export const describeTerm = (months: number): string => (months % 12 === 0 ? `${months / 12} 年` : `${months} 个月`);

export const describePrice = ({ paymentRequired, priceFen }: ProjectView): string =>
  paymentRequired ? formatFen(priceFen) : '免费';

function describePapers({ attachments }: ProjectView): string {
  const required = attachments.filter((paper) => paper.required).map((paper) => paper.label);
  const optional = attachments.filter((paper) => !paper.required).map((paper) => `${paper.label}（选交）`);
  return [...ALWAYS_NEEDED, ...required, ...optional].join('、');
}

export const projectFacts = (project: ProjectView): ProjectFacts => ({
  price: describePrice(project),
  term: describeTerm(project.validityMonths),
  papers: describePapers(project),
  delivery: project.deliveryWays.map((way) => DELIVERY_WAY_LABELS[way]).join('或'),
});

/** One sentence for a screen reader. */
export function describeProject(project: ProjectView): string {
  const { price, term, papers, delivery } = projectFacts(project);
  return `${project.name}，${price}，有效期 ${term}，需要${papers}，${delivery}`;
}
