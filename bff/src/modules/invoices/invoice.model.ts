import { INVOICE_OFFERS, INVOICE_STATES, type InvoiceState, type WantedInvoice } from '@acceptance/shared';
import type { Model, Types } from 'mongoose';
import * as v from 'valibot';
import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { type OutboxEntry, storedOutbox } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { storedModel } from '../../database/validators/stored-model';
import { date, dateOrNull, number, objectId, text, textOrNull, texts } from '../../database/validators/stored-shape';

/** What was issued: a number of 20 digits, and the day that stands on it (`YYYY-MM-DD`). */
export interface IssuedInvoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly by: string;
  readonly at: Date;
}

/** The invoice of one order. Every write counts `revision`: of two at once one is refused and looks again. */
export interface InvoiceRecord {
  _id: Types.ObjectId;
  revision: number;
  /** Unique: an order has one. */
  orderId: string;
  orderNumber: string;
  accountId: string;
  projectName: string;
  kind: WantedInvoice['kind'];
  amountFen: number;
  state: InvoiceState;
  /** Envelope of `WantedInvoice`: to whom, with tax number, bank and e-mail address. */
  particulars: string;
  /** When it was paid for: the queue is served in that order. */
  wantedAt: Date;
  requestedAt: Date | null;
  /** The file with which it was taken to the tax office. */
  batchId?: string;
  issued: IssuedInvoice | null;
  redLetter: IssuedInvoice | null;
  /** Numbers of both; absent while there is none. Unique: a number belongs to one order. */
  numbers?: string[];
  /** Why it was not issued, in words for the applicant. */
  failure: string | null;
  /** The order's money goes back, or has gone. */
  refundedAt: Date | null;
  /** Id in the file store of the PDF, and the hash of its bytes. */
  pdfId: string | null;
  pdfSha256: string | null;
  /** Id of a PDF that is being stored: a call that dies leaves it to the next one. */
  pdfDraftId: string | null;
  mailedAt: Date | null;
  outbox: OutboxEntry[];
}

export type InvoiceModel = Model<InvoiceRecord>;
const issuedInvoice = v.strictObject({ number: text, issuedOn: text, by: text, at: date });
export const invoiceModel = storedModel<InvoiceRecord>(
  'Invoice',
  'invoices',
)({
  _id: objectId,
  revision: number,
  orderId: text,
  orderNumber: text,
  accountId: text,
  projectName: text,
  kind: v.picklist(INVOICE_OFFERS),
  amountFen: number,
  state: v.picklist(INVOICE_STATES),
  particulars: text,
  wantedAt: date,
  requestedAt: dateOrNull,
  batchId: v.optional(text),
  issued: v.nullable(issuedInvoice),
  redLetter: v.nullable(issuedInvoice),
  numbers: v.optional(texts),
  failure: textOrNull,
  refundedAt: dateOrNull,
  pdfId: textOrNull,
  pdfSha256: textOrNull,
  pdfDraftId: textOrNull,
  mailedAt: dateOrNull,
  outbox: storedOutbox,
});

export const INVOICE_PURPOSE = 'invoice.particulars';

export const sealParticulars = (cipher: FieldCipher, particulars: WantedInvoice, id: string): string =>
  encryptJson(cipher, particulars, INVOICE_PURPOSE, id);
export const openParticulars = (
  cipher: FieldCipher,
  record: Pick<InvoiceRecord, '_id' | 'particulars'>,
): WantedInvoice => decryptJson<WantedInvoice>(cipher, record.particulars, INVOICE_PURPOSE, recordIdOf(record));
