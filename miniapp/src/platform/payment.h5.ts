import type { JsapiSheet, PaymentChannel } from '@acceptance/shared';
import type { PaymentOutcome } from './payment-outcome';

/** How to pay on this platform: a QR code to scan with a phone. */
export const PAYMENT_CHANNEL: PaymentChannel = 'wechat-native';

/** Opens WeChat's payment sheet; there is none in a browser. */
export const openPaymentSheet = async (_sheet: JsapiSheet): Promise<PaymentOutcome> => ({ kind: 'unavailable' });
