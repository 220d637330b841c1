import { AppError, remarkCodeOf, unitNameKey } from '@acceptance/shared';
import type { UpdateQuery } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import {
  findOrder,
  findOwnOrder,
  type OrderModel,
  type OrderRecord,
  readFormDraft,
  TRANSFER_PAYER_PURPOSE,
} from '../orders';
import { type OwnTransferDependencies, refuseTransfer } from './own-transfer';

export interface ChooseDependencies extends OwnTransferDependencies {
  readonly randomBytes: (size: number) => Buffer;
}

/** 16 bytes hold seven that can be used but for one time in a hundred thousand million. */
const CODE_BYTES = 16;
const MOST_TRIES = 5;

/** Of whom the money is expected; a person pays from any account of theirs or of others. */
function payerHashesOf(cipher: FieldCipher, order: OrderRecord): string[] {
  const name = order.applicantType === 'unit' ? unitNameKey(readFormDraft(cipher, order).unit?.name ?? '') : '';
  return name ? cipher.lookupHashes(name, TRANSFER_PAYER_PURPOSE) : [];
}

/** Gives an order its remark code, once: whoever asks later gets the same. @throws AppError request.conflict */
export async function ensureTransfer(
  { orders, cipher, randomBytes }: { orders: OrderModel } & Pick<ChooseDependencies, 'cipher' | 'randomBytes'>,
  order: OrderRecord,
  now: Date,
): Promise<OrderRecord> {
  if (order.transfer) {
    return order;
  }
  const payerHashes = payerHashesOf(cipher, order);
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = remarkCodeOf(randomBytes(CODE_BYTES));
    const transfer = {
      code,
      state: 'chosen',
      chosenAt: now,
      slip: null,
      note: null,
      handedInAt: null,
      timesHandedIn: 0,
      refusal: null,
      ...(payerHashes.length > 0 && { payerHashes }),
      paid: null,
    };
    try {
      if (code) {
        const update = { $set: { transfer }, $inc: { revision: 1 } } as UpdateQuery<OrderRecord>;
        await orders.updateOne({ _id: order._id, status: 'approved', transfer: { $exists: false } }, update);
        const changed = await findOrder(orders, order._id.toHexString());
        if (changed.transfer) {
          return changed;
        }
      }
    } catch (error) {
      // Another order has the code.
      if (!isDuplicateKey(error)) {
        throw error;
      }
    }
  }
  throw new AppError('request.conflict');
}

/** The applicant will transfer. Nothing else is given up by it. @throws AppError orders.not_found, payments.*, bank_transfers.* */
export async function chooseTransfer(
  needs: ChooseDependencies,
  { accountId, orderId, now }: { readonly accountId: string; readonly orderId: string; readonly now: Date },
): Promise<OrderRecord> {
  const order = await findOwnOrder(needs.orders, accountId, orderId);
  refuseTransfer(needs, order);
  return ensureTransfer(needs, order, now);
}
