import {
  type AttachmentRequirement,
  formatFen,
  type ProjectView,
  papersFor,
  reviewWorkingDaysOf,
} from '@acceptance/shared';
import { apiWord } from '../../../../text/api-texts';
import { DELIVERY_WAY_LABELS } from '../../../../text/labels';
import { bracketed, joinList } from '../../../../text/punctuation';
import { describeTerm } from '../../order-flow/describe-term';
import { START_TEXT } from '../../text';

/** A project's facts as its card shows them. */
export interface ProjectFacts {
  readonly price: string;
  readonly forWhom: string;
  readonly term: string;
  readonly papers: string;
  readonly delivery: string;
  readonly review: string;
}

const describePrice = ({ paymentRequired, priceFen }: ProjectView): string =>
  paymentRequired ? formatFen(priceFen) : START_TEXT.freeOfCharge;

function describePaper({ label: chinese, required, onlyFor }: AttachmentRequirement): string {
  const label = apiWord(chinese);
  if (!required) {
    return bracketed(label, START_TEXT.optional);
  }
  return onlyFor === 'agent' ? bracketed(label, START_TEXT.ofAgents) : label;
}

/** The ID card is needed whatever the project; where it is for both, what only a unit needs is said apart. */
function describePapers(project: ProjectView): string {
  const own = papersFor(project, 'person').map(describePaper);
  if (!project.applicantTypes.includes('unit')) {
    return joinList([START_TEXT.idCard, ...own]);
  }
  const unit = papersFor(project, 'unit').map(describePaper);
  return project.applicantTypes.includes('person')
    ? START_TEXT.unitAlso(joinList([START_TEXT.idCard, ...own]), joinList(unit.filter((paper) => !own.includes(paper))))
    : joinList([START_TEXT.idCard, ...unit]);
}

/** For whom its certificates are: said where there is no choice, too. */
function describeForWhom({ applicantTypes }: ProjectView): string {
  const [only, ...others] = applicantTypes;
  return only && others.length === 0 ? START_TEXT.onlyFor[only] : START_TEXT.forBoth;
}

export const projectFacts = (project: ProjectView): ProjectFacts => ({
  price: describePrice(project),
  forWhom: describeForWhom(project),
  term: describeTerm(project.validityMonths),
  papers: describePapers(project),
  delivery: START_TEXT.or(project.deliveryWays.map((way) => DELIVERY_WAY_LABELS[way])),
  review: START_TEXT.reviewedIn(reviewWorkingDaysOf(project)),
});

/** One sentence for a screen reader. */
export function describeProject(project: ProjectView): string {
  const { price, forWhom, term, papers, delivery } = projectFacts(project);
  return START_TEXT.sentence(project.name, price, forWhom, term, papers, delivery);
}
