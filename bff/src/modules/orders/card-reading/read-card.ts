import { chinaDate, identityDocumentOf } from '@acceptance/shared';
import type { QueryFilter, UpdateQuery } from 'mongoose';
import type { Logger } from 'pino';
import type { FieldCipher } from '../../../database/field-cipher';
import { takeOfDay } from '../../../http/daily-limit';
import type { RateCounter } from '../../../http/rate-limit';
import type { FileStore } from '../../../ports/file-store';
import type { IdCardReader } from '../../../ports/id-card-reader';
import { PortError } from '../../../ports/port-error';
import { type FileReference, readFileBytes } from '../../files';
import type { Person } from '../../person';
import { EDITABLE_STATUSES } from '../edit-order';
import { findOrder } from '../find-order';
import type { OrderModel, OrderRecord } from '../order.model';
import { PHOTOS_OPEN } from '../photos-open';
import { refusalOf } from './judge-reading';
import {
  type CardRefusal,
  type CardSide,
  type SideReadings,
  type StoredCardReading,
  sealReading,
} from './stored-reading';

export interface CardReadingDependencies {
  readonly orders: OrderModel;
  readonly fileStore: FileStore;
  readonly cipher: FieldCipher;
  readonly idCardReader: IdCardReader;
  readonly rateCounter: RateCounter;
  readonly logger: Logger;
}

interface CardToRead {
  readonly order: OrderRecord;
  readonly side: CardSide;
  readonly file: FileReference;
  /** Whom the account is verified as; null: nobody yet. Asked when the photo is to be read. */
  readonly holder: () => Person | null;
  readonly now: Date;
}

/** The provider charges for each; two are what an application needs. */
const READINGS_A_DAY = { name: 'id-card-reading', most: 10 } as const;
/** More photos than an order has room for in a day. */
const MOST_ENTRIES = 40;

const entryOf = ({ cardReadings = [] }: Pick<OrderRecord, 'cardReadings'>, fileId: string) =>
  cardReadings.find((entry) => entry.fileId === fileId);

/** Whether it is for us to read the photo: of calls that race, and of those that repeat it, one is told so. */
async function claim(orders: OrderModel, { order, side, file, now }: CardToRead): Promise<boolean> {
  const entry: StoredCardReading = { fileId: file.id, side, at: now, refusal: null, reading: null };
  const unread = { _id: order._id, status: { $in: EDITABLE_STATUSES }, 'cardReadings.fileId': { $ne: file.id } };
  const claimed = await orders.updateOne(unread as QueryFilter<OrderRecord>, {
    $push: { cardReadings: { $each: [entry], $slice: -MOST_ENTRIES } },
  });
  return claimed.modifiedCount === 1;
}

async function ask(needs: CardReadingDependencies, { order, side, file, holder, now }: CardToRead) {
  const { fileStore, idCardReader, rateCounter, logger } = needs;
  const person = holder();
  if (person && identityDocumentOf(person.idNumber) !== 'resident-id-card') {
    return { read: false, reason: 'other-document' } as const;
  }
  if (!(await takeOfDay(rateCounter, READINGS_A_DAY, { caller: order.accountId, now }))) {
    return { read: false, reason: 'not-asked' } as const;
  }
  const { bytes } = await readFileBytes(fileStore, file);
  try {
    const photo = Buffer.from(bytes);
    return await (side === 'front' ? idCardReader.readFront(photo) : idCardReader.readBack(photo));
  } catch (error) {
    if (!(error instanceof PortError)) {
      throw error;
    }
    logger.warn({ failure: error.failure, vendorCode: error.vendorCode }, 'the photo of an ID card was not read');
    return { read: false, reason: 'no-answer' } as const;
  }
}

/** Writes down what was read. A photo that another call has put into the order meanwhile is taken out when it is refused. */
async function settle(
  { orders, cipher }: CardReadingDependencies,
  { order: { _id }, side, file }: CardToRead,
  { refusal, reading }: { refusal: CardRefusal | null; reading: SideReadings[CardSide] },
): Promise<void> {
  const envelope = refusal ? null : sealReading(cipher, { fileId: file.id, reading }, _id.toHexString());
  await orders.updateOne(
    { _id, 'cardReadings.fileId': file.id },
    { $set: { 'cardReadings.$.refusal': refusal, 'cardReadings.$.reading': envelope } },
  );
  if (refusal) {
    const where = { _id, status: { $in: EDITABLE_STATUSES }, [`idCard.${side}.id`]: file.id, ...PHOTOS_OPEN };
    await orders.updateOne(where as QueryFilter<OrderRecord>, {
      $set: { [`idCard.${side}`]: null },
      $inc: { revision: 1 },
    });
  }
}

/** Has a stored photo read, once; answers what it is not to be taken for. Without an answer it goes on without a reading. */
export async function readCard(needs: CardReadingDependencies, card: CardToRead): Promise<CardRefusal | null> {
  const { orders } = needs;
  const { order, file, now } = card;
  const known = entryOf(order, file.id);
  if (known) {
    return known.refusal;
  }
  if (!(await claim(orders, card))) {
    const since = await findOrder(orders, order._id.toHexString());
    return entryOf(since, file.id)?.refusal ?? null;
  }
  const reading = await ask(needs, card);
  const refusal = refusalOf(reading, chinaDate(now));
  await settle(needs, card, { refusal, reading });
  return refusal;
}

/** Forgets what was read of photos that have left their order. */
export const forgetReadings = (orders: OrderModel, { _id }: Pick<OrderRecord, '_id'>, fileIds: readonly string[]) =>
  orders.updateOne(
    { _id, 'cardReadings.fileId': { $in: [...fileIds] } },
    { $set: { 'cardReadings.$[left].reading': null } } as UpdateQuery<OrderRecord>,
    { arrayFilters: [{ 'left.fileId': { $in: [...fileIds] } }] },
  );
