import type { Figures, StaffRole } from '@acceptance/shared';
import { countDecisions, type DecisionDependencies } from './count-decisions';
import { countOpen } from './count-open';
import { readSpan, type Span } from './span';
import { sumMoney } from './sum-money';

export type FiguresDependencies = DecisionDependencies;

interface Asker {
  readonly staffId: string;
  readonly roles: readonly StaffRole[];
  readonly now: Date;
}

/** Figures of some days, as far as they concern who asks. @throws AppError desk.span_invalid */
export async function readFigures(
  needs: FiguresDependencies,
  query: Pick<Span, 'from' | 'to'>,
  { staffId, roles, now }: Asker,
): Promise<Figures> {
  const span = readSpan(query);
  const administers = roles.includes('administrator');
  const seesReview = administers || roles.includes('reviewer');
  const seesMoney = administers || roles.includes('finance');
  const [open, review, money] = await Promise.all([
    countOpen(needs.orders, now),
    seesReview ? countDecisions(needs, span, administers ? null : staffId) : null,
    seesMoney ? sumMoney(needs.orders, span) : null,
  ]);
  return { from: span.from, to: span.to, open, review, money };
}
