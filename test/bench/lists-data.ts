import { Types } from 'mongoose';
import type { Container } from '../../bff/src/container';
import type { FieldCipher } from '../../bff/src/database/field-cipher';
import type { CertificateRecord } from '../../bff/src/modules/certificates';
import { REQUEST_PURPOSE } from '../../bff/src/modules/certificates/certificate.model';
import { FORM_PURPOSE, type OrderRecord } from '../../bff/src/modules/orders';

/** What is copied: an application that waits for its review, one that has ended well, and its certificate. */
export interface Originals {
  readonly waiting: OrderRecord;
  readonly ended: OrderRecord;
  readonly certificate: CertificateRecord;
}

/** One in a hundred waits: an authority that grows has longer queues, too. */
const ONE_WAITS_OF = 100;
const BATCH = 500;
const MINUTE = 60_000;

/** Whatever is sealed is sealed for its record. */
const sealedAnew = (
  cipher: FieldCipher,
  sealed: string | null,
  purpose: string,
  from: Types.ObjectId,
  to: Types.ObjectId,
) => sealed && cipher.encryptText(cipher.decryptText(sealed, purpose, from.toHexString()), purpose, to.toHexString());

/** So many have one name: enough to fill what a search shows, whatever is stored. */
const ONE_NAME_OF = 100;

/** The hashes of somebody else each: only so do they fill their index. */
const tracesOf = (number: number, traces: OrderRecord['riskTraces']) =>
  traces &&
  Object.fromEntries(
    Object.entries(traces).map(([name, hashes]) => [
      name,
      Array.isArray(hashes) && !(name === 'nameHashes' && number % ONE_NAME_OF === 0)
        ? hashes.map((_, index) => `${name}-${number}-${index}`)
        : hashes,
    ]),
  );

function orderOf(cipher: FieldCipher, { waiting, ended }: Originals, number: number, now: number): object {
  const isWaiting = number % ONE_WAITS_OF === 0;
  const { liveClaim: _claim, certificateInWork: _origin, ...original } = isWaiting ? waiting : ended;
  const _id = new Types.ObjectId();
  // The waiting ones came in the last days, the ended ones over the years.
  const submittedAt = new Date(now - (isWaiting ? (number % 4000) + 1 : number + 1) * MINUTE);
  return {
    ...original,
    _id,
    accountId: `account-${Math.floor(number / 3)}`,
    clientToken: `bench-${number}`,
    orderNumber: `BENCH-${String(number).padStart(12, '0')}`,
    submittedAt,
    ...(isWaiting && { reviewPromisedBy: new Date(now + ((number % 4000) - 1000) * MINUTE) }),
    dutyEndsAt: new Date(now + 365 * 24 * 60 * MINUTE),
    riskTraces: tracesOf(number, original.riskTraces),
    formDraft: sealedAnew(cipher, original.formDraft, FORM_PURPOSE, original._id, _id),
    attempts: original.attempts.map((attempt) => ({ ...attempt, outTradeNo: `${attempt.outTradeNo}-${number}` })),
    outbox: [],
  };
}

function certificateOf(cipher: FieldCipher, { certificate }: Originals, order: object, number: number): object {
  const _id = new Types.ObjectId();
  const { _id: orderId, orderNumber } = order as Pick<OrderRecord, '_id' | 'orderNumber'>;
  return {
    ...certificate,
    _id,
    accountId: `account-${Math.floor(number / 3)}`,
    orderId: orderId.toHexString(),
    openFor: orderId.toHexString(),
    orderNumber,
    state: number % 50 === 1 ? 'revoked' : 'issued',
    publicKeySha256: `key-${number}`,
    keyClaim: `key-${number}`,
    serialNumber: `5${number.toString(16).toUpperCase().padStart(31, '0')}`,
    request: sealedAnew(cipher, certificate.request, REQUEST_PURPOSE, certificate._id, _id),
    notAfter: new Date(certificate.notAfter.getTime() + number * MINUTE),
    outbox: [],
  };
}

/** Stores applications number `from` to `until`, as large as real ones, with the certificates of those that have ended. */
export async function fillLists(
  { connection, cipher }: Pick<Container, 'connection' | 'cipher'>,
  originals: Originals,
  from: number,
  until: number,
): Promise<void> {
  const now = Date.now();
  for (let number = from; number < until; number += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, until - number) }, (_, index) => number + index);
    const orders = numbers.map((each) => orderOf(cipher, originals, each, now));
    const certificates = orders.flatMap((order, index) => {
      const each = number + index;
      return each % ONE_WAITS_OF === 0 ? [] : [certificateOf(cipher, originals, order, each)];
    });
    await connection.collection('orders').insertMany(orders, { ordered: false });
    if (certificates.length > 0) {
      await connection.collection('certificates').insertMany(certificates, { ordered: false });
    }
  }
}
