import { AppError, type KeyPlace, keyPlaceOf, ORDER_STATUS_LABELS, ruleOfKind } from '@acceptance/shared';
import { Types } from 'mongoose';
import { isDuplicateKey } from '../../database/duplicate-key';
import type { FieldCipher } from '../../database/field-cipher';
import { outboxEntry } from '../../database/outbox';
import { recordIdOf } from '../../database/record-id';
import { findOwnOrder, isRefundWaiting, type OrderModel, type OrderRecord } from '../orders';
import { type OfferedAlgorithmsDependencies, offeredAlgorithms } from '../projects';
import { type CertificateModel, type CertificateRecord, sealRequest } from './certificate.model';
import { CERTIFICATE_JOBS } from './certificate-jobs';
import { type CompromisedKeysDependencies, refuseCompromisedKey } from './compromised-keys';
import { findCertificateOfOrder } from './find-certificates';
import { subjectOfOrder } from './holder-facts';
import { groundOf } from './order-ground';
import { type RequestedKey, readKey } from './read-key';
import { validityOfOrder } from './successor-validity';

export interface RequestCertificateDependencies extends OfferedAlgorithmsDependencies, CompromisedKeysDependencies {
  readonly orders: OrderModel;
  readonly certificates: CertificateModel;
  readonly cipher: FieldCipher;
}

interface OwnRequest {
  readonly accountId: string;
  readonly orderId: string;
  readonly csr: string;
  readonly now: Date;
}

const notReady = ({ status }: OrderRecord) =>
  new AppError('certificates.not_ready', { details: { status: ORDER_STATUS_LABELS[status] } });

/** Where the key is to be made, when it is time to make it. @throws AppError certificates.not_ready */
export function keyPlaceNow(order: OrderRecord): KeyPlace {
  if (order.status !== 'issuing' || !order.deliveryWay) {
    throw notReady(order);
  }
  return keyPlaceOf(order.deliveryWay);
}

/** The certificate that the order has, when it is of this key. @throws AppError certificates.already_requested for another key */
export function sameKey(known: CertificateRecord | null, key: RequestedKey): CertificateRecord | null {
  if (known?.publicKeySha256 === key.publicKeySha256) {
    return known;
  }
  if (known?.openFor) {
    throw new AppError('certificates.already_requested');
  }
  return null;
}

interface TakenKey {
  readonly key: RequestedKey;
  /** Of the UKey in which it was made. */
  readonly tokenSerialNumber: string | null;
}

/**
 * What a key may have one certificate of: itself, or itself in the renewal of a certificate, where the kind and the project let
 * it stay. The request is checked alike whether the key stays or not.
 */
function keyClaimOf(
  { kind, project }: OrderRecord,
  { publicKeySha256 }: RequestedKey,
  ground: CertificateRecord | null,
): Pick<CertificateRecord, 'keyClaim' | 'replaces'> {
  if (!ground?.serialNumber) {
    return { keyClaim: publicKeySha256 };
  }
  const mayStay = ruleOfKind(kind)?.key === 'as-project' && project.certificate.renewalKey === 'may-stay';
  const keepsKey = mayStay && ground.publicKeySha256 === publicKeySha256;
  const certificateId = recordIdOf(ground);
  return {
    keyClaim: keepsKey ? `${publicKeySha256}|${certificateId}` : publicKeySha256,
    replaces: { certificateId, serialNumber: ground.serialNumber, keepsKey },
  };
}

function newCertificate(
  { cipher }: RequestCertificateDependencies,
  order: OrderRecord,
  { key, tokenSerialNumber, ground }: TakenKey & { readonly ground: CertificateRecord | null },
  now: Date,
) {
  const subject = subjectOfOrder(cipher, order);
  if (!subject || !order.deliveryWay) {
    throw notReady(order);
  }
  const _id = new Types.ObjectId();
  const id = recordIdOf({ _id });
  const orderId = recordIdOf(order);
  const record: CertificateRecord = {
    _id,
    accountId: order.accountId,
    orderId,
    openFor: orderId,
    orderNumber: order.orderNumber,
    projectName: order.project.name,
    keyPlace: keyPlaceOf(order.deliveryWay),
    algorithm: key.algorithm,
    state: 'requested',
    profile: order.project.certificate.profiles[order.applicantType],
    request: sealRequest(cipher, { csr: key.csr, subject }, id),
    publicKeySha256: key.publicKeySha256,
    ...keyClaimOf(order, key, ground),
    requestedAt: now,
    ...validityOfOrder(order, now),
    chain: null,
    issuedAt: null,
    revocation: null,
    token: tokenSerialNumber === null ? null : { serialNumber: tokenSerialNumber, checkedAt: null },
    outbox: [outboxEntry(CERTIFICATE_JOBS.issue, now)],
  };
  return record;
}

/**
 * Takes the key for an order's certificate and has it made. One order has one certificate and one key one certificate, by
 * unique indexes: of parallel calls one wins. The same key again answers the same certificate.
 * Nothing is made while somebody waits for a word on their money. @throws AppError certificates.*, refunds.waiting
 */
export async function takeKey(
  needs: RequestCertificateDependencies,
  order: OrderRecord,
  taken: TakenKey,
  now: Date,
): Promise<CertificateRecord> {
  const { certificates } = needs;
  if (isRefundWaiting(order)) {
    throw new AppError('refunds.waiting');
  }
  await refuseCompromisedKey(needs, taken.key.publicKeySha256);
  const ground = await groundOf(needs, order, now);
  const fresh = newCertificate(needs, order, { ...taken, ground }, now);
  try {
    await certificates.create(fresh);
    return fresh;
  } catch (error) {
    if (!isDuplicateKey(error)) {
      throw error;
    }
    const winner = sameKey(await findCertificateOfOrder(certificates, recordIdOf(order)), taken.key);
    if (!winner) {
      throw new AppError('certificates.key_used');
    }
    return winner;
  }
}

/** The holder's own device has made the key. @throws AppError orders.not_found, certificates.* */
export async function requestOwnCertificate(
  needs: RequestCertificateDependencies,
  { accountId, orderId, csr, now }: OwnRequest,
): Promise<CertificateRecord> {
  const order = await findOwnOrder(needs.orders, accountId, orderId);
  const key = readKey(csr, offeredAlgorithms(needs, order.project));
  const known = sameKey(await findCertificateOfOrder(needs.certificates, orderId), key);
  if (known) {
    return known;
  }
  if (keyPlaceNow(order) === 'ukey') {
    throw new AppError('certificates.made_at_desk');
  }
  return takeKey(needs, order, { key, tokenSerialNumber: null }, now);
}
