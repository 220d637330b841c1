import { type DeskWork, STAFF_ROLES, type StaffRole, type StaffView } from '@acceptance/shared';
import type { RouteName } from '../../../routes';

export interface MenuEntry {
  readonly page: RouteName;
  /** Pages that are reached from it and belong to it. */
  readonly below: readonly RouteName[];
  readonly roles: readonly StaffRole[];
  /** Whose number stands beside it. */
  readonly work: DeskWork | null;
}

const entry = (
  page: RouteName,
  roles: readonly StaffRole[],
  work: DeskWork | null = null,
  below: readonly RouteName[] = [],
): MenuEntry => ({ page, roles, work, below });

/** Where the account itself is secured: open before a second factor is enrolled. */
const SECURITY = entry('staffSecurity', STAFF_ROLES);

/** The pages of the desk in the order of a day: what waits first, then what is looked up, then what is set up. */
const ENTRIES: readonly MenuEntry[] = [
  entry('staffSearch', STAFF_ROLES),
  entry('staffQueue', STAFF_ROLES, 'review', ['staffReview']),
  entry('staffTasks', STAFF_ROLES, 'tasks'),
  entry('staffIdentityChecks', ['reviewer'], 'identity-checks'),
  entry('staffPhoneChanges', ['reviewer'], 'phone-changes'),
  entry('staffRefunds', ['finance'], 'refunds', ['staffRefund']),
  entry('staffTransfers', ['finance'], 'transfers', ['staffTransfer', 'staffEntry', 'staffStatement']),
  entry('staffInvoices', ['finance'], 'invoices', ['staffInvoice', 'staffInvoiceResults']),
  entry('staffReconciliation', ['finance'], 'reconciliation', ['staffReconciliationDay']),
  entry('staffIssuing', ['issuer'], 'issuing', ['staffIssuingOrder', 'staffUkeyUnlock']),
  entry('staffDeliveries', ['issuer'], 'deliveries', ['staffDelivery', 'staffNumbers', 'staffPickUp']),
  entry('staffCertificates', ['issuer', 'administrator'], null, ['staffCertificate']),
  entry('staffProjects', STAFF_ROLES, null, ['staffProject']),
  entry('staffTemplates', STAFF_ROLES, null, ['staffTemplate', 'staffTemplateDraft']),
  entry('staffFigures', ['reviewer', 'finance', 'administrator']),
  entry('staffMembers', ['administrator'], 'staff-changes'),
  SECURITY,
];

/** The pages that somebody may open; without the second factor that they need, the one where they enrol it. */
export function menuFor(staff: Pick<StaffView, 'roles' | 'mustEnrolSecondFactor'> | null): readonly MenuEntry[] {
  if (!staff) {
    return [];
  }
  if (staff.mustEnrolSecondFactor) {
    return [SECURITY];
  }
  const own = ENTRIES.filter(({ roles }) => roles.some((role) => staff.roles.includes(role)));
  // Who does not keep the staff reads there that colleagues' rights are about to change.
  return staff.roles.includes('administrator')
    ? own
    : own.map((each) => (each === SECURITY ? { ...each, work: 'staff-changes' } : each));
}

/** Whether a page is the entry's, or below it. */
export const isAt = ({ page, below }: MenuEntry, route: RouteName): boolean => page === route || below.includes(route);

/** Whether a page stands in the menu itself. */
export const isMenuPage = (route: RouteName): boolean => ENTRIES.some(({ page }) => page === route);
