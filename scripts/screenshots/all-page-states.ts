import type { PageStates } from './page-states';
import { EMAIL, FORGOT_PASSWORD, OWN_LOOKS, OWN_SESSIONS, PASSWORD, PROFILE } from './states/account';
import { ATTACHMENTS } from './states/attachments';
import { CAMERA } from './states/camera';
import { CERTIFICATE, CERTIFICATE_FOLLOW, CERTIFICATE_RECEIVE, CERTIFICATES } from './states/certificate';
import { CERTIFICATE_CHANGE_PHONE, CERTIFICATE_REVOKE, CERTIFICATE_SIGN_IN } from './states/certificate-sign-in';
import { CONFIRM } from './states/confirm';
import { CONTRACT } from './states/contract';
import { CONTRACT_CHECK } from './states/contract-check';
import { DELIVERY } from './states/delivery';
import { FACE } from './states/face';
import { FORM } from './states/form';
import { HOME } from './states/home';
import { IDENTITY } from './states/identity';
import { PAY_INVOICE, STAFF_INVOICE, STAFF_INVOICE_RESULTS, STAFF_INVOICES } from './states/invoices';
import { MINE } from './states/mine';
import { MY_DATA } from './states/my-data';
import { ORDER } from './states/order';
import { ORDERS } from './states/orders';
import { PAPERS } from './states/papers';
import { PARTICULARS_PAGE } from './states/particulars';
import { PAY_METHOD, PAY_RESULT } from './states/pay';
import { PAY_ASK, PAY_BILL } from './states/pay-link';
import { PAY_REFUND } from './states/pay-refund';
import { PAY_TRANSFER } from './states/pay-transfer';
import { CHANGE_PHONE, STAFF_PHONE_CHANGES } from './states/phone-change';
import { STAFF_RECONCILIATION, STAFF_RECONCILIATION_DAY } from './states/reconciliation';
import { SEALED } from './states/sealed';
import { SIGN } from './states/sign';
import { SIGN_IN, TERMS } from './states/sign-in';
import { SIGNATURE_PAGE } from './states/signature';
import { STAFF_INVITATION, STAFF_MEMBERS, STAFF_SECURITY } from './states/staff-accounts';
import { STAFF_CERTIFICATE, STAFF_CERTIFICATES } from './states/staff-certificates';
import { STAFF_DELIVERIES, STAFF_DELIVERY, STAFF_NUMBERS } from './states/staff-deliveries';
import { STAFF_QUEUE, STAFF_SEARCH, STAFF_SIGN_IN } from './states/staff-desk';
import { STAFF_FIGURES } from './states/staff-figures';
import { STAFF_IDENTITY_CHECKS } from './states/staff-identity-checks';
import { STAFF_ISSUING, STAFF_ISSUING_ORDER } from './states/staff-issuing';
import { STAFF_PICK_UP } from './states/staff-pick-up';
import { STAFF_PROJECT, STAFF_PROJECTS } from './states/staff-projects';
import { STAFF_REFUND, STAFF_REFUNDS } from './states/staff-refunds';
import { STAFF_REVIEW } from './states/staff-review';
import { STAFF_TASKS } from './states/staff-tasks';
import { STAFF_TEMPLATE, STAFF_TEMPLATE_DRAFT, STAFF_TEMPLATES } from './states/staff-templates';
import { STAFF_ENTRY, STAFF_STATEMENT, STAFF_TRANSFER, STAFF_TRANSFERS } from './states/staff-transfers';
import { STAFF_UKEY_UNLOCK } from './states/staff-ukey-unlock';
import { START } from './states/start';

/** Every page of the program in every state that a person may meet. */
export const ALL_PAGE_STATES: readonly PageStates[] = [
  HOME,
  ORDERS,
  MINE,
  SIGN_IN,
  TERMS,
  ORDER,
  START,
  PARTICULARS_PAGE,
  IDENTITY,
  FACE,
  PAPERS,
  CAMERA,
  CONTRACT,
  SIGN,
  SIGNATURE_PAGE,
  SEALED,
  FORM,
  ATTACHMENTS,
  CONFIRM,
  PAY_METHOD,
  PAY_ASK,
  PAY_BILL,
  PAY_INVOICE,
  PAY_TRANSFER,
  PAY_RESULT,
  PAY_REFUND,
  CERTIFICATE_RECEIVE,
  CERTIFICATE_SIGN_IN,
  CERTIFICATE_CHANGE_PHONE,
  CERTIFICATE_REVOKE,
  CERTIFICATES,
  CERTIFICATE,
  CERTIFICATE_FOLLOW,
  DELIVERY,
  CONTRACT_CHECK,
  PROFILE,
  FORGOT_PASSWORD,
  PASSWORD,
  EMAIL,
  OWN_SESSIONS,
  OWN_LOOKS,
  CHANGE_PHONE,
  MY_DATA,
  STAFF_SIGN_IN,
  STAFF_INVITATION,
  STAFF_SECURITY,
  STAFF_MEMBERS,
  STAFF_PROJECTS,
  STAFF_PROJECT,
  STAFF_TEMPLATES,
  STAFF_TEMPLATE,
  STAFF_TEMPLATE_DRAFT,
  STAFF_TASKS,
  STAFF_PHONE_CHANGES,
  STAFF_REFUNDS,
  STAFF_REFUND,
  STAFF_INVOICES,
  STAFF_INVOICE,
  STAFF_INVOICE_RESULTS,
  STAFF_RECONCILIATION,
  STAFF_RECONCILIATION_DAY,
  STAFF_IDENTITY_CHECKS,
  STAFF_ISSUING,
  STAFF_ISSUING_ORDER,
  STAFF_UKEY_UNLOCK,
  STAFF_DELIVERIES,
  STAFF_DELIVERY,
  STAFF_NUMBERS,
  STAFF_TRANSFERS,
  STAFF_TRANSFER,
  STAFF_ENTRY,
  STAFF_STATEMENT,
  STAFF_PICK_UP,
  STAFF_CERTIFICATES,
  STAFF_CERTIFICATE,
  STAFF_QUEUE,
  STAFF_SEARCH,
  STAFF_FIGURES,
  STAFF_REVIEW,
];
