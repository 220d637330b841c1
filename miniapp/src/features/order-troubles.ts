import type { AttemptProblem, OrderSummary } from '@acceptance/shared';

/** Those troubles of an order that are about its payments. */
export const paymentProblems = ({ troubles }: Pick<OrderSummary, 'troubles'>): readonly AttemptProblem[] =>
  troubles.filter((trouble) => trouble !== 'contract-failed');
