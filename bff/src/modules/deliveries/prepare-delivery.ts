import { createHash, randomBytes } from 'node:crypto';
import { Types } from 'mongoose';
import { unlessTaken } from '../../database/duplicate-key';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { FORM_PURPOSE, findOrder, type OrderModel, type OrderRecord, type StoredForm } from '../orders';
import { CODE_PURPOSE, type DeliveryModel, type DeliveryRecord } from './delivery.model';

/** Crockford's base 32: no I, L, O, U, which are taken for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** 60 random bits. 256 is a multiple of 32, so that every sign is as likely. */
export const newVoucherCode = (): string =>
  [...randomBytes(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
/** A code has 60 bits: what is stored of it need not be keyed to be unguessable. */
export const codeHashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

export type Receiver = Extract<StoredForm['delivery'], { way: 'courier' }>;

/** To whom it is sent; null when the applicant fetches it. */
export function receiverOf(cipher: FieldCipher, order: OrderRecord): Receiver | null {
  const form = order.form ? decryptJson<StoredForm>(cipher, order.form, FORM_PURPOSE, recordIdOf(order)) : null;
  return form?.delivery.way === 'courier' ? form.delivery : null;
}

export interface PrepareDependencies {
  readonly deliveries: DeliveryModel;
  readonly orders: OrderModel;
  readonly cipher: FieldCipher;
  readonly now: () => Date;
}

/** When the certificate was made: by that the days of a reminder count, whenever this job has run. */
const issuedAtOf = ({ history }: OrderRecord, now: Date): Date =>
  history.findLast(({ event }) => event === 'issue')?.at ?? now;

/** Job of an order whose certificate is in a UKey: it lies at the desk from now on. Repeating it changes nothing. */
export async function prepareDelivery(needs: PrepareDependencies, orderId: string): Promise<void> {
  const { deliveries, orders, cipher, now } = needs;
  const order = await findOrder(orders, orderId);
  const way = order.deliveryWay;
  // An order of before this was written may be delivered already.
  if (order.status !== 'issued' || way === null || way === 'download') {
    return;
  }
  const _id = new Types.ObjectId();
  const code = way === 'pick-up' ? newVoucherCode() : null;
  const record: DeliveryRecord = {
    _id,
    revision: 0,
    orderId,
    orderNumber: order.orderNumber,
    accountId: order.accountId,
    projectName: order.project.name,
    way,
    stage: way === 'courier' ? 'to-send' : 'to-collect',
    readyAt: issuedAtOf(order, now()),
    courier: receiverOf(cipher, order)?.courier ?? null,
    parcels: [],
    watchAt: null,
    completesAt: null,
    completedAt: null,
    heldCertificateId: null,
    ...(code && { codeSha256: codeHashOf(code) }),
    code: code && cipher.encryptText(code, CODE_PURPOSE, _id.toHexString()),
    collected: null,
    draftSignatureId: null,
    remindedDays: 0,
    outbox: [],
  };
  await unlessTaken(deliveries.create(record));
}
