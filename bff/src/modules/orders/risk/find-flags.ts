import { type ApplicationFormDraft, type RiskFlag, unusualCodesOf } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { type FileModel, type FileReference, UNHELD } from '../../files';
import type { OrderModel, OrderRecord } from '../order.model';
import { SEEN_BY_STAFF } from '../seen-by-staff';
import { countOthers } from './count-groups';
import type { RiskTraces } from './risk-traces';

export interface RiskDependencies {
  readonly orders: OrderModel;
  readonly files: FileModel;
}

/** Of many others the latest are enough to look at; beyond, the number is “at least”. */
const MOST_OTHERS = 200;
const NAMED_ORDERS = 3;
/** A family or two firms of one owner share an address; from here on it is worth a look. */
const MANY_UNITS = 2;

type Other = Pick<OrderRecord, 'orderNumber' | 'riskTraces'>;

const findOthers = (orders: OrderModel, { _id }: OrderRecord, alike: QueryFilter<OrderRecord>): Promise<Other[]> =>
  orders
    .find({ $and: [SEEN_BY_STAFF, alike, { _id: { $ne: _id } }] }, { orderNumber: 1, riskTraces: 1 })
    .sort({ submittedAt: -1 })
    .limit(MOST_OTHERS)
    .lean<Other[]>();

const flagOf = (kind: RiskFlag['kind'], count: number, others: readonly Other[] = []): RiskFlag => ({
  kind,
  count,
  orderNumbers: others.slice(0, NAMED_ORDERS).map(({ orderNumber }) => orderNumber),
});

interface Likeness {
  readonly kind: RiskFlag['kind'];
  /** What is alike, and what is counted among the orders that are. */
  readonly alike: keyof RiskTraces;
  readonly counted: keyof RiskTraces;
  readonly least: number;
}

const LIKENESSES: readonly Likeness[] = [
  { kind: 'person-in-other-units', alike: 'personHashes', counted: 'unitHashes', least: 1 },
  { kind: 'phone-of-others', alike: 'phoneHashes', counted: 'personHashes', least: 1 },
  { kind: 'device-of-others', alike: 'deviceHashes', counted: 'personHashes', least: 1 },
  { kind: 'address-of-other-units', alike: 'addressHashes', counted: 'unitHashes', least: MANY_UNITS },
];

async function flagsOfTraces(orders: OrderModel, order: OrderRecord, own: RiskTraces): Promise<RiskFlag[]> {
  const found = await Promise.all(
    LIKENESSES.map(async ({ kind, alike, counted, least }) => {
      const hashes = own[alike];
      if (!hashes) {
        return [];
      }
      const same = { [`riskTraces.${alike}`]: { $in: hashes } } as QueryFilter<OrderRecord>;
      const all = await findOthers(orders, order, same);
      const others = all.filter(({ riskTraces }) => countOthers(own[counted], [riskTraces?.[counted]]) > 0);
      const count = countOthers(
        own[counted],
        others.map(({ riskTraces }) => riskTraces?.[counted]),
      );
      return count >= least ? [flagOf(kind, count, others)] : [];
    }),
  );
  return found.flat();
}

/** Photos and papers; a signature is drawn anew each time. */
const picturesOf = ({ idCard, attachments }: OrderRecord): string[] =>
  [idCard.front, idCard.back, ...attachments.map(({ file }) => file)].flatMap(
    (file: FileReference | null) => file?.id ?? [],
  );

/** The same picture, to the last byte: on both sides of the card, or in an order of somebody else. */
async function flagsOfPictures({ orders, files }: RiskDependencies, order: OrderRecord): Promise<RiskFlag[]> {
  const ids = picturesOf(order);
  const own = await files.find({ _id: { $in: ids } }, { sha256: 1 }).lean();
  const hashes = [...new Set(own.map(({ sha256 }) => sha256))];
  const elsewhere = await files
    .find({ ...UNHELD, sha256: { $in: hashes }, accountId: { $ne: order.accountId } }, { orderId: 1 })
    .limit(MOST_OTHERS)
    .lean();
  const orderIds = [...new Set(elsewhere.map(({ orderId }) => orderId))];
  const same = { _id: { $in: orderIds } } as QueryFilter<OrderRecord>;
  const others = orderIds.length > 0 ? await findOthers(orders, order, same) : [];
  return [
    ...(own.length > hashes.length ? [flagOf('picture-twice', own.length - hashes.length)] : []),
    ...(others.length > 0 ? [flagOf('picture-in-other-orders', others.length, others)] : []),
  ];
}

/** Reasons to look at an order more closely, by what other orders have in common with it now. */
export async function findRiskFlags(
  needs: RiskDependencies,
  order: OrderRecord,
  { traces, form }: { readonly traces: RiskTraces; readonly form: ApplicationFormDraft },
): Promise<RiskFlag[]> {
  const codes = unusualCodesOf(form).length;
  const [alike, pictures] = await Promise.all([
    flagsOfTraces(needs.orders, order, traces),
    flagsOfPictures(needs, order),
  ]);
  return [...alike, ...pictures, ...(codes > 0 ? [flagOf('code-unusual', codes)] : [])];
}
