import type {
  ApplicationForm,
  ContractState,
  OrderActor,
  OrderEvent,
  OrderStatus,
  PaymentAttemptStatus,
  PaymentChannel,
  ProjectView,
  ReviewMark,
} from '@acceptance/shared';
import { type Connection, type Model, Schema, type Types } from 'mongoose';
import type { OutboxEntry } from '../../database/outbox';
import type { PrepayRequest } from '../../ports/payment-gateway';
import type { FileReference } from '../files';

/** Who did something: kind and id, never a name. */
export interface OrderActorReference {
  readonly role: OrderActor;
  readonly id: string | null;
}

export interface OrderHistoryEntry {
  readonly at: Date;
  readonly event: OrderEvent | 'create' | 'seal-contract';
  readonly from: OrderStatus | null;
  readonly to: OrderStatus;
  readonly by: OrderActorReference;
}

/** The applicant as verified when the contract was consented to; later changes of the account do not reach it. */
export interface OrderApplicant {
  /** Envelope of `{ name, idNumber, phone }`. */
  readonly person: string;
  readonly nameMasked: string;
  readonly idNumberMasked: string;
  readonly phoneMasked: string;
}

export interface ContractConsent {
  readonly version: string;
  readonly textSha256: string;
  readonly at: Date;
  readonly readToEnd: boolean;
  readonly readingSeconds: number;
  readonly device: string;
  readonly address: string;
}

export interface OrderContract {
  readonly state: ContractState;
  readonly consent: ContractConsent | null;
  readonly contractNumber: string | null;
  readonly signedAt: Date | null;
  /** Id of the PDF in the file store, chosen before it is made. */
  readonly fileId: string | null;
  readonly sha256: string | null;
  readonly sealedAt: Date | null;
  readonly acknowledgedAt: Date | null;
}

/** One try to pay, with its own `out_trade_no` and the exact first request (WeChat Pay re-entry rule). */
export interface PaymentAttempt {
  readonly outTradeNo: string;
  readonly channel: PaymentChannel;
  readonly status: PaymentAttemptStatus;
  readonly amountFen: number;
  readonly request: PrepayRequest;
  readonly expiresAt: Date;
  /** QR code content of a Native payment. */
  readonly codeUrl: string | null;
  readonly transactionId: string | null;
  readonly paidAt: Date | null;
  readonly outRefundNo: string | null;
  /** Why money that came was not taken as payment, e.g. `amount-differs`. */
  readonly anomaly: string | null;
}

/** The aggregate: everything about one application, changed by one atomic update at a time. */
export interface OrderRecord {
  _id: Types.ObjectId;
  revision: number;
  orderNumber: string;
  accountId: string;
  clientToken: string;
  applicantType: 'person' | 'unit';
  project: ProjectView;
  status: OrderStatus;
  applicant: OrderApplicant | null;
  contract: OrderContract;
  idCard: { front: FileReference | null; back: FileReference | null };
  signature: FileReference | null;
  /** Envelope of the draft as typed. */
  formDraft: string | null;
  /** Envelope of the form as checked at submit. */
  form: string | null;
  unitName: string | null;
  deliveryWay: 'courier' | 'pick-up' | null;
  attachments: { kind: string; file: FileReference }[];
  reviewMarks: ReviewMark[];
  /** Reason of a rejection. */
  rejectionReason: string | null;
  reviewPromisedBy: Date | null;
  attempts: PaymentAttempt[];
  /** Ids of payment notifications already taken. */
  notificationIds: string[];
  history: OrderHistoryEntry[];
  outbox: OutboxEntry[];
  createdAt: Date;
  submittedAt: Date | null;
  /** The applicant's account is deleted; the law has this order kept until then, unused. */
  retainedUntil?: Date;
}

export const FORM_PURPOSE = 'order.form';
export type StoredForm = ApplicationForm;

const { Mixed } = Schema.Types;
const orderSchema = new Schema<OrderRecord>(
  {
    revision: Number,
    orderNumber: String,
    accountId: String,
    clientToken: String,
    applicantType: String,
    project: Mixed,
    status: String,
    applicant: Mixed,
    contract: Mixed,
    idCard: Mixed,
    signature: Mixed,
    formDraft: String,
    form: String,
    unitName: String,
    deliveryWay: String,
    attachments: [Mixed],
    reviewMarks: [Mixed],
    rejectionReason: String,
    reviewPromisedBy: Date,
    attempts: [Mixed],
    notificationIds: [String],
    history: [Mixed],
    outbox: [Mixed],
    createdAt: Date,
    submittedAt: Date,
    retainedUntil: Date,
  },
  { versionKey: false, collection: 'orders', minimize: false },
);

export type OrderModel = Model<OrderRecord>;
export const orderModel = (connection: Connection): OrderModel => connection.model<OrderRecord>('Order', orderSchema);
