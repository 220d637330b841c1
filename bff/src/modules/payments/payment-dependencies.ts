import type { Logger } from 'pino';
import type { FieldCipher } from '../../database/field-cipher';
import type { PaymentGateway } from '../../ports/payment-gateway';
import type { OrderModel } from '../orders';

export interface PaymentDependencies {
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly paymentGateway: PaymentGateway;
  readonly randomBytes: (size: number) => Buffer;
  readonly logger: Logger;
  readonly now: () => Date;
  /** Wakes the dispatcher. */
  readonly jobsAdded: () => void;
}
