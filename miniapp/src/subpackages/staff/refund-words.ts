import type { RefundSummary } from '@acceptance/shared';
import { STAFF_REFUND_TEXT as TEXT } from './texts-refunds';

type Asked = NonNullable<RefundSummary['request']>;

/** Who has asked for it, as finance says it. */
export function askerWords({ askedBy, askedByMe }: Pick<Asked, 'askedBy' | 'askedByMe'>): string {
  if (askedBy === 'applicant') {
    return TEXT.byApplicant;
  }
  return askedByMe ? TEXT.byMe : TEXT.byColleague;
}
