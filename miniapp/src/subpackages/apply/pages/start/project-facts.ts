import { formatFen, type ProjectView } from '@acceptance/shared';
import { DELIVERY_WAY_LABELS } from '../../../../text/labels';
import { bracketed, joinList } from '../../../../text/punctuation';
import { START_TEXT } from '../../text';

/** A project's facts as its card shows them. */
export interface ProjectFacts {
  readonly price: string;
  readonly term: string;
  readonly papers: string;
  readonly delivery: string;
}

/** 12 → 1 年, 18 → 18 个月 */
export const describeTerm = (months: number): string =>
  months % 12 === 0 ? START_TEXT.years(months / 12) : START_TEXT.months(months);

export const describePrice = ({ paymentRequired, priceFen }: ProjectView): string =>
  paymentRequired ? formatFen(priceFen) : START_TEXT.freeOfCharge;

function describePapers({ attachments }: ProjectView): string {
  const required = attachments.filter((paper) => paper.required).map((paper) => paper.label);
  const optional = attachments
    .filter((paper) => !paper.required)
    .map((paper) => bracketed(paper.label, START_TEXT.optional));
  // The ID card is needed whatever the project.
  return joinList([START_TEXT.idCard, ...required, ...optional]);
}

export const projectFacts = (project: ProjectView): ProjectFacts => ({
  price: describePrice(project),
  term: describeTerm(project.validityMonths),
  papers: describePapers(project),
  delivery: START_TEXT.or(project.deliveryWays.map((way) => DELIVERY_WAY_LABELS[way])),
});

/** One sentence for a screen reader. */
export function describeProject(project: ProjectView): string {
  const { price, term, papers, delivery } = projectFacts(project);
  return START_TEXT.sentence(project.name, price, term, papers, delivery);
}
