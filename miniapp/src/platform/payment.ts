export { openPaymentSheet, PAYMENT_CHANNEL } from './payment.h5';
