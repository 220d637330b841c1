export type { PaymentDependencies } from './payment-dependencies';
export { paymentJobs } from './payment-jobs';
export { bindPaymentsEndpoints } from './payments.routes';
