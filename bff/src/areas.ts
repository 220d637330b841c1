import type { AnyArea, Area, ModelsOf, ServicesOf } from './area/define-area';
import type { Foundations } from './foundations';
import { accountArea } from './modules/account/account.area';
import { auditArea } from './modules/audit/audit.area';
import { authArea } from './modules/auth/auth.area';
import { bankTransfersArea } from './modules/bank-transfers/bank-transfers.area';
import { certificateSignInArea } from './modules/certificate-sign-in/certificate-sign-in.area';
import { certificatesArea } from './modules/certificates/certificates.area';
import { contractChecksArea } from './modules/contract-checks/contract-checks.area';
import { contractTemplatesArea } from './modules/contract-templates/contract-templates.area';
import { contractsArea } from './modules/contracts/contracts.area';
import { deliveriesArea } from './modules/deliveries/deliveries.area';
import { deskArea } from './modules/desk/desk.area';
import { electronicSealsArea } from './modules/electronic-seals/electronic-seals.area';
import { evidenceArea } from './modules/evidence/evidence.area';
import { faceChecksArea } from './modules/face-checks/face-checks.area';
import { filesArea } from './modules/files/files.area';
import { identityArea } from './modules/identity/identity.area';
import { identityChecksArea } from './modules/identity-checks/identity-checks.area';
import { invoicesArea } from './modules/invoices/invoices.area';
import { notificationsArea } from './modules/notifications/notifications.area';
import { ordersArea } from './modules/orders/orders.area';
import { paymentsArea } from './modules/payments/payments.area';
import { personalDataArea } from './modules/personal-data/personal-data.area';
import { phoneChangesArea } from './modules/phone-changes/phone-changes.area';
import { projectVersionsArea } from './modules/project-versions/project-versions.area';
import { projectsArea } from './modules/projects/projects.area';
import { publicArea } from './modules/public/public.area';
import { reconciliationArea } from './modules/reconciliation/reconciliation.area';
import { refundRequestsArea } from './modules/refund-requests/refund-requests.area';
import { reportsArea } from './modules/reports/reports.area';
import { revocationStatusArea } from './modules/revocation-status/revocation-status.area';
import { shippingInfoArea } from './modules/shipping-info/shipping-info.area';
import { staffArea } from './modules/staff/staff.area';
import { systemArea } from './modules/system/system.area';
import { tasksArea } from './modules/tasks/tasks.area';
import { ukeyUnlocksArea } from './modules/ukey-unlocks/ukey-unlocks.area';

/** The one list of areas. Services may use those of areas before them. */
const list = [
  systemArea,
  projectsArea,
  publicArea,
  staffArea,
  accountArea,
  authArea,
  auditArea,
  identityArea,
  identityChecksArea,
  faceChecksArea,
  ordersArea,
  filesArea,
  contractChecksArea,
  contractTemplatesArea,
  projectVersionsArea,
  contractsArea,
  evidenceArea,
  paymentsArea,
  bankTransfersArea,
  refundRequestsArea,
  invoicesArea,
  reconciliationArea,
  certificatesArea,
  electronicSealsArea,
  deliveriesArea,
  certificateSignInArea,
  ukeyUnlocksArea,
  shippingInfoArea,
  notificationsArea,
  phoneChangesArea,
  personalDataArea,
  tasksArea,
  deskArea,
  reportsArea,
  revocationStatusArea,
] as const satisfies readonly AnyArea[];

/** Everything that there is for an area to use. */
export interface Provided extends Foundations, ModelsOf<typeof list>, ServicesOf<typeof list> {}

/** An area that needs what nobody brings does not compile here. */
export const areas: readonly Area<Provided>[] = list;
