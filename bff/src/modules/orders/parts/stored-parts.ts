import {
  CONTRACT_STATES,
  PAYMENT_ATTEMPT_STATUSES,
  PAYMENT_CHANNELS,
  REFUND_ASKERS,
  REFUND_REASONS,
  REFUND_REQUEST_STATES,
  reviewMarkSchema,
  TRANSFER_STATES,
} from '@acceptance/shared';
import * as v from 'valibot';
import { date, dateOrNull, number, text, textOrNull, texts } from '../../../database/validators/stored-shape';
import { TRADE_STATES } from '../../../ports/payment-gateway';
import { storedFileReference } from '../../files';

/** The parts of an order as they are stored; each has its meaning where its type is. */
export const storedSides = { front: v.nullable(storedFileReference), back: v.nullable(storedFileReference) };
export const storedPapers = v.array(v.strictObject({ kind: text, file: storedFileReference }));

export const storedLiveClaim = v.strictObject({
  projectId: text,
  unitHashes: v.optional(texts),
  personHashes: v.optional(texts),
});

const storedConsent = v.strictObject({
  version: text,
  textSha256: text,
  detailsSha256: text,
  details: text,
  at: date,
  readToEnd: v.boolean(),
  readingSeconds: number,
  reading: v.optional(
    v.strictObject({
      sections: v.array(v.strictObject({ id: text, seconds: number })),
      openedAt: date,
      inHaste: v.boolean(),
      confirmsRead: v.boolean(),
    }),
  ),
  device: text,
  address: text,
});

export const storedContract = v.strictObject({
  state: v.picklist(CONTRACT_STATES),
  consent: v.nullable(storedConsent),
  contractNumber: textOrNull,
  signedAt: dateOrNull,
  fileId: textOrNull,
  unlinkedFileId: v.optional(text),
  sha256: textOrNull,
  sealedAt: dateOrNull,
  acknowledgedAt: dateOrNull,
  timestamp: v.optional(v.nullable(v.strictObject({ time: date, authority: text }))),
  lastingAskedAt: v.optional(date),
  lasting: v.optional(v.strictObject({ at: date, sha256: text })),
});

export const storedCardReading = v.strictObject({
  fileId: text,
  side: v.picklist(['front', 'back']),
  at: date,
  refusal: v.nullable(v.picklist(['expired', 'no-card', 'wrong-side', 'several-cards'])),
  reading: textOrNull,
});

export const storedReviewRound = v.strictObject({
  at: date,
  marks: v.array(reviewMarkSchema),
  draft: textOrNull,
  idCard: v.strictObject(storedSides),
  attachments: storedPapers,
});

export const storedRiskTraces = v.strictObject({
  personHashes: v.optional(texts),
  phoneHashes: v.optional(texts),
  unitHashes: v.optional(texts),
  addressHashes: v.optional(texts),
  deviceHashes: v.optional(texts),
  nameHashes: v.optional(texts),
  unitNameHashes: v.optional(texts),
});

export const storedAttempt = v.strictObject({
  outTradeNo: text,
  channel: v.picklist(PAYMENT_CHANNELS),
  status: v.picklist(PAYMENT_ATTEMPT_STATUSES),
  amountFen: number,
  request: v.strictObject({
    outTradeNo: text,
    description: text,
    amountFen: number,
    timeExpire: text,
    openid: textOrNull,
    attach: text,
    appid: text,
    mchid: text,
    notifyUrl: text,
  }),
  createdAt: date,
  expiresAt: date,
  handedOut: v.boolean(),
  signedState: v.nullable(v.picklist(TRADE_STATES)),
  codeUrl: textOrNull,
  prepayId: textOrNull,
  transactionId: textOrNull,
  paidAt: dateOrNull,
  receivedFen: v.optional(v.nullable(number)),
  outRefundNo: textOrNull,
  refundAcceptedAt: v.optional(date),
  anomaly: textOrNull,
  checkedAnomaly: v.optional(textOrNull),
});

export const storedTransfer = v.strictObject({
  code: text,
  state: v.picklist(TRANSFER_STATES),
  chosenAt: date,
  slip: v.nullable(storedFileReference),
  note: textOrNull,
  handedInAt: dateOrNull,
  timesHandedIn: number,
  refusal: v.nullable(v.strictObject({ reason: text, at: date, staffId: text })),
  payerHashes: v.optional(texts),
  booking: v.optional(text),
  bookingAt: v.optional(date),
  paid: v.nullable(
    v.strictObject({
      at: date,
      by: textOrNull,
      parts: v.array(v.strictObject({ entryId: text, amountFen: number })),
    }),
  ),
});

export const storedRefundRequest = v.strictObject({
  state: v.picklist(REFUND_REQUEST_STATES),
  reason: v.picklist(REFUND_REASONS),
  words: textOrNull,
  askedBy: v.strictObject({ role: v.picklist(REFUND_ASKERS), id: text }),
  askedAt: date,
  decidedBy: textOrNull,
  endedAt: dateOrNull,
  refusal: textOrNull,
});
