export { canSubscribe, requestSubscription } from './subscribe-messages.h5';
