import type { RiskFlag, StaffRole } from '@acceptance/shared';
import type { FieldCipher } from '../../database/field-cipher';
import { findRiskFlags, type OrderRecord, readFormDraft } from '../orders';
import type { DecideDependencies } from './decide-order';

/** Who decides about orders, and who answers for it; finance and issuers have no use for what others have in common. */
export const seesRisks = (roles: readonly StaffRole[]): boolean =>
  roles.includes('reviewer') || roles.includes('administrator');

/**
 * Reasons to look closely at an order that waits for a review, as they are by now: others may have come after it. Which other
 * orders they are about is for reviewers alone.
 */
export async function viewRiskFlags(
  needs: Pick<DecideDependencies, 'orders' | 'files'> & { readonly cipher: FieldCipher },
  order: OrderRecord,
  roles: readonly StaffRole[],
): Promise<RiskFlag[]> {
  if (order.status !== 'submitted' || !seesRisks(roles)) {
    return [];
  }
  const form = readFormDraft(needs.cipher, order);
  const flags = await findRiskFlags(needs, order, { traces: order.riskTraces ?? {}, form });
  return roles.includes('reviewer') ? flags : flags.map((flag) => ({ ...flag, orderNumbers: [] }));
}
