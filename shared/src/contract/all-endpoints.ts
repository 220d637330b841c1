import { accountEndpoints } from '../endpoints/account';
import { authEndpoints } from '../endpoints/auth';
import { bankTransfersEndpoints } from '../endpoints/bank-transfers';
import { callbacksEndpoints } from '../endpoints/callbacks';
import { certificateDeskEndpoints } from '../endpoints/certificate-desk';
import { certificateSignInEndpoints } from '../endpoints/certificate-sign-in';
import { certificatesEndpoints } from '../endpoints/certificates';
import { contractChecksEndpoints } from '../endpoints/contract-checks';
import { contractTemplatesEndpoints } from '../endpoints/contract-templates';
import { contractsEndpoints } from '../endpoints/contracts';
import { deliveriesEndpoints } from '../endpoints/deliveries';
import { deliveryDeskEndpoints } from '../endpoints/delivery-desk';
import { deskEndpoints } from '../endpoints/desk';
import { electronicSealsEndpoints } from '../endpoints/electronic-seals';
import { evidenceEndpoints } from '../endpoints/evidence';
import { faceCheckEndpoints } from '../endpoints/face-checks';
import { filesEndpoints } from '../endpoints/files';
import { identityEndpoints } from '../endpoints/identity';
import { identityChecksEndpoints } from '../endpoints/identity-checks';
import { invoiceDeskEndpoints } from '../endpoints/invoice-desk';
import { invoicesEndpoints } from '../endpoints/invoices';
import { lifeCycleEndpoints } from '../endpoints/life-cycle';
import { noticesEndpoints } from '../endpoints/notices';
import { ordersEndpoints } from '../endpoints/orders';
import { payLinksEndpoints } from '../endpoints/pay-links';
import { paymentsEndpoints } from '../endpoints/payments';
import { personalDataEndpoints } from '../endpoints/personal-data';
import { phoneChangesEndpoints } from '../endpoints/phone-changes';
import { projectVersionsEndpoints } from '../endpoints/project-versions';
import { publicEndpoints } from '../endpoints/public';
import { reconciliationEndpoints } from '../endpoints/reconciliation';
import { refundDeskEndpoints } from '../endpoints/refund-desk';
import { refundsEndpoints } from '../endpoints/refunds';
import { reportsEndpoints } from '../endpoints/reports';
import { revocationStatusEndpoints } from '../endpoints/revocation-status';
import { staffEndpoints } from '../endpoints/staff';
import { statementLayoutEndpoints } from '../endpoints/statement-layouts';
import { systemEndpoints } from '../endpoints/system';
import { tasksEndpoints } from '../endpoints/tasks';
import { transferDeskEndpoints } from '../endpoints/transfer-desk';
import { ukeyUnlockDeskEndpoints } from '../endpoints/ukey-unlock-desk';
import { ukeyUnlocksEndpoints } from '../endpoints/ukey-unlocks';
import type { AnyEndpoint } from './define-endpoint';

/** Base path of the API behind the front server. */
export const API_BASE_PATH = '/api';

/** Every endpoint of the product, by area. Server, clients, document and access tests walk this. */
export const endpoints = {
  auth: authEndpoints,
  certificateSignIn: certificateSignInEndpoints,
  account: accountEndpoints,
  identity: identityEndpoints,
  identityChecks: identityChecksEndpoints,
  faceChecks: faceCheckEndpoints,
  files: filesEndpoints,
  orders: ordersEndpoints,
  contracts: contractsEndpoints,
  contractChecks: contractChecksEndpoints,
  evidence: evidenceEndpoints,
  contractTemplates: contractTemplatesEndpoints,
  projectVersions: projectVersionsEndpoints,
  payments: paymentsEndpoints,
  payLinks: payLinksEndpoints,
  bankTransfers: bankTransfersEndpoints,
  statementLayouts: statementLayoutEndpoints,
  transferDesk: transferDeskEndpoints,
  refunds: refundsEndpoints,
  refundDesk: refundDeskEndpoints,
  invoices: invoicesEndpoints,
  invoiceDesk: invoiceDeskEndpoints,
  reconciliation: reconciliationEndpoints,
  certificates: certificatesEndpoints,
  lifeCycle: lifeCycleEndpoints,
  certificateDesk: certificateDeskEndpoints,
  electronicSeals: electronicSealsEndpoints,
  deliveries: deliveriesEndpoints,
  notices: noticesEndpoints,
  deliveryDesk: deliveryDeskEndpoints,
  ukeyUnlocks: ukeyUnlocksEndpoints,
  ukeyUnlockDesk: ukeyUnlockDeskEndpoints,
  phoneChanges: phoneChangesEndpoints,
  personalData: personalDataEndpoints,
  staff: staffEndpoints,
  tasks: tasksEndpoints,
  desk: deskEndpoints,
  public: publicEndpoints,
  callbacks: callbacksEndpoints,
  reports: reportsEndpoints,
  revocationStatus: revocationStatusEndpoints,
  system: systemEndpoints,
} as const;

export const allEndpoints: readonly AnyEndpoint[] = Object.values(endpoints).flatMap((area) =>
  Object.values(area as Record<string, AnyEndpoint>),
);
