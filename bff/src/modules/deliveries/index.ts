export type { PickUpPlace } from './deliveries.presenter';
export { AGENT_PURPOSE, type DeliveryModel, type DeliveryRecord, openSteps } from './delivery.model';
export { removeDelivery } from './remove-delivery';
export { checkSignature, type SignatureDependencies } from './signature-at-desk';
