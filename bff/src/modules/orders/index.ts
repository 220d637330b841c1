export { applicationFactsOf } from './application-facts';
export { consentedPerson, maskCardReadings, viewCardReadings } from './card-reading/view-card-readings';
export { isDownloaded, SOFTWARE_DAYS } from './complete-in-time';
export {
  type CreateOrderDependencies,
  createOrder,
  findOrderInWork,
  type SuccessorStart,
} from './create-order';
export { deletePapers } from './delete-draft';
export { EDITABLE_STATUSES, editOrder, refuseUneditable } from './edit-order';
export { findOrder, findOwnOrder } from './find-order';
export { claimedPerson, PERSON_CLAIM_PURPOSE } from './live-claim';
export {
  FORM_PURPOSE,
  type OrderActorReference,
  type OrderModel,
  type OrderOrigin,
  type OrderPayLink,
  type OrderRecord,
  orderModel,
  type StoredForm,
  storedActor,
} from './order.model';
export {
  iso,
  paymentStatusOf,
  presentAttempt,
  presentContract,
  presentOrigin,
  presentRejection,
  presentSummary,
  presentTimeline,
  presentUnitCheck,
} from './order.presenter';
export {
  ORDER_DELIVERY_JOBS,
  ORDER_INVOICE_JOBS,
  ORDER_MONEY_JOBS,
  ORDER_NOTICE_JOBS,
  ORDER_ORIGIN_JOBS,
  ORDER_SHIPPING_JOBS,
  ORDER_TRANSFER_JOBS,
} from './order-jobs';
export { type CounterModel, counterModel, nextNumber } from './order-number';
export { bindOrdersEndpoints, type OrderDependencies } from './orders.routes';
export { isSettled, type PaymentAttempt, paidByWechat, receivedOf } from './parts/attempts';
export {
  type ContractConsent,
  type ContractReading,
  EMPTY_CONTRACT,
  isSigned,
  type OrderContract,
  UNSIGNED_STATES,
} from './parts/contract';
export { awaitsReturn, givenBackFen, keepsMoney, keptFen } from './parts/money';
export { refuseUnpayable } from './parts/payable';
export {
  endOfTransferCheck,
  type OrderTransfer,
  payerOfForm,
  TRANSFER_NOTE_PURPOSE,
  TRANSFER_PAYER_PURPOSE,
  type TransferPart,
  updateTransfer,
} from './parts/transfer';
export { attemptFields, updateAttempt } from './parts/update-attempt';
export { readFormDraft } from './read-form-draft';
export { refundTask, refundTaskEnd } from './refund/end-of-request';
export {
  isRefundWaiting,
  openRefundWords,
  type RefundRequest,
  refundFactsOf,
  refundRequestsOf,
  sealRefundWords,
} from './refund/refund-request';
export { nextRefundNumber, presentRefundRequest } from './refund/view-own-refund';
export { reviewMinutesLeft, reviewRestAt } from './review-promise';
export { presentReview, refuseAllUnmarked, withRound } from './review-rounds';
export { findRiskFlags } from './risk/find-flags';
export {
  RISK_PURPOSES,
  searchedName,
  tracedName,
  tracedPerson,
  tracedPhone,
} from './risk/risk-traces';
export { NOT_RETAINED, SEEN_BY_STAFF } from './seen-by-staff';
export { removeReplaced } from './settle-papers';
export { type OrderTransitionRequest, transitionOrder } from './transition-order';
export { viewOwnOrder } from './view-order';
