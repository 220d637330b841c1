export { deletePapers } from './delete-draft';
export { EDITABLE_STATUSES, editOrder, refuseUneditable } from './edit-order';
export { findOrder, findOwnOrder } from './find-order';
export {
  FORM_PURPOSE,
  type OrderActorReference,
  type OrderContract,
  type OrderModel,
  type OrderRecord,
  orderModel,
  type PaymentAttempt,
  type StoredForm,
} from './order.model';
export {
  iso,
  paymentStatusOf,
  presentAttempt,
  presentContract,
  presentSummary,
  presentTimeline,
} from './order.presenter';
export { type CounterModel, counterModel } from './order-number';
export { bindOrdersEndpoints, type OrderDependencies } from './orders.routes';
export { type OrderTransitionRequest, transitionOrder } from './transition-order';
export { readFormDraft, viewOwnOrder } from './view-order';
