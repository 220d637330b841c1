import type { StaffRole, StaffView } from '@acceptance/shared';
import { View } from '@tarojs/components';
import { TextLink } from '../../../components/text-link';
import { navigateTo } from '../../../platform/navigation';
import { ChangesLink } from '../changes/changes-link';
import { STAFF_ACCOUNT_TEXT } from '../texts-accounts';
import { STAFF_CERTIFICATE_TEXT } from '../texts-certificates';
import { STAFF_ISSUING_TEXT } from '../texts-issuing';
import { STAFF_PHONE_CHANGE_TEXT } from '../texts-phone-changes';
import { STAFF_PROJECT_TEXT } from '../texts-projects';
import { STAFF_TEMPLATE_TEXT } from '../texts-templates';
import { DeliveriesLink } from './deliveries-link';
import './desk-links.scss';
import { IdentityChecksLink } from './identity-checks-link';
import { InvoicesLink } from './invoices-link';
import { ReconciliationLink } from './reconciliation-link';
import { RefundsLink } from './refunds-link';
import { TasksLink } from './tasks-link';
import { TransfersLink } from './transfers-link';

/** Who keeps the inventory of certificates. */
const KEEPERS: readonly StaffRole[] = ['issuer', 'administrator'];

/** The other pages of the staff, as far as they are open to who is signed in. */
export const DeskLinks = ({ staff }: { readonly staff: StaffView | null }) => (
  <View className="desk-links">
    {staff && !staff.mustEnrolSecondFactor && <TasksLink />}
    {staff && !staff.mustEnrolSecondFactor && !staff.roles.includes('administrator') && <ChangesLink />}
    {staff?.roles.includes('administrator') && (
      <TextLink onTap={() => void navigateTo('staffMembers')}>{STAFF_ACCOUNT_TEXT.members}</TextLink>
    )}
    {staff?.roles.includes('reviewer') && !staff.mustEnrolSecondFactor && <IdentityChecksLink />}
    {staff?.roles.includes('issuer') && !staff.mustEnrolSecondFactor && (
      <TextLink onTap={() => void navigateTo('staffIssuing')}>{STAFF_ISSUING_TEXT.link}</TextLink>
    )}
    {staff?.roles.includes('issuer') && !staff.mustEnrolSecondFactor && <DeliveriesLink />}
    {staff?.roles.includes('finance') && !staff.mustEnrolSecondFactor && <RefundsLink />}
    {staff?.roles.includes('finance') && !staff.mustEnrolSecondFactor && <TransfersLink />}
    {staff?.roles.includes('finance') && !staff.mustEnrolSecondFactor && <InvoicesLink />}
    {staff?.roles.includes('finance') && !staff.mustEnrolSecondFactor && <ReconciliationLink />}
    {staff && KEEPERS.some((role) => staff.roles.includes(role)) && !staff.mustEnrolSecondFactor && (
      <TextLink onTap={() => void navigateTo('staffCertificates')}>{STAFF_CERTIFICATE_TEXT.link}</TextLink>
    )}
    {staff && !staff.mustEnrolSecondFactor && (
      <TextLink onTap={() => void navigateTo('staffProjects')}>{STAFF_PROJECT_TEXT.link}</TextLink>
    )}
    {staff && !staff.mustEnrolSecondFactor && (
      <TextLink onTap={() => void navigateTo('staffTemplates')}>{STAFF_TEMPLATE_TEXT.link}</TextLink>
    )}
    {staff?.roles.includes('reviewer') && (
      <TextLink onTap={() => void navigateTo('staffPhoneChanges')}>{STAFF_PHONE_CHANGE_TEXT.link}</TextLink>
    )}
    <TextLink onTap={() => void navigateTo('staffSecurity')}>{STAFF_ACCOUNT_TEXT.security}</TextLink>
  </View>
);
