import { ruleOfKind } from '@acceptance/shared';
import type { OrderRecord } from '../orders';
import { type Validity, validityFrom } from './certificate-validity';

type Ordered = Pick<OrderRecord, 'kind' | 'origin'> & {
  readonly project: Pick<OrderRecord['project'], 'validityMonths'>;
};

/**
 * How long the certificate of an order is valid, by its kind, as its contract says (`contract-words.ts`). A renewal counts
 * from the second after the old one's end, so that whoever comes early loses nothing; what replaces a certificate ends with it.
 */
export function validityOfOrder({ kind, origin, project }: Ordered, now: Date): Validity {
  const fromNow = validityFrom(now, project.validityMonths);
  const term = origin && ruleOfKind(kind)?.term;
  if (!term) {
    return fromNow;
  }
  if (term === 'rest') {
    return { ...fromNow, notAfter: origin.notAfter };
  }
  const afterOld = new Date(origin.notAfter.getTime() + 1000);
  return afterOld > now ? { ...fromNow, notAfter: validityFrom(afterOld, project.validityMonths).notAfter } : fromNow;
}
