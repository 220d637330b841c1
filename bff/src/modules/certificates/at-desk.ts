import { AppError, CERTIFICATE_STATE_LABELS, type CertificateRevocationReason } from '@acceptance/shared';
import { noteAct, noteDecision } from '../../http/act-notes';
import { isRefundWaiting, type OrderRecord, transitionOrder } from '../orders';
import { offeredAlgorithms } from '../projects';
import { findSubmittedOrder } from '../staff';
import type { CertificateModel, CertificateRecord } from './certificate.model';
import { findCertificate, findCertificateOfOrder } from './find-certificates';
import { holdCertificate } from './hold-certificate';
import { readKey } from './read-key';
import { keyPlaceNow, type RequestCertificateDependencies, sameKey, takeKey } from './request-certificate';
import { revokeCertificate } from './revoke-certificate';

export interface AtDeskDependencies extends RequestCertificateDependencies {
  /** @throws AppError orders.not_found, staff.own_order */
  readonly refuseOwnOrder: (staffId: string, orderId: string) => Promise<void>;
}

interface Act {
  readonly staffId: string;
  readonly now: Date;
}

/** Takes a paid order out of the queue. @throws AppError orders.*, staff.own_order, refunds.waiting */
export async function startAtDesk(needs: AtDeskDependencies, orderId: string, { staffId, now }: Act) {
  const order = await findSubmittedOrder(needs.orders, orderId);
  await needs.refuseOwnOrder(staffId, orderId);
  if (isRefundWaiting(order)) {
    throw new AppError('refunds.waiting');
  }
  return transitionOrder(needs.orders, { orderId, event: 'start-issuing', by: { role: 'issuer', id: staffId }, now });
}

/**
 * The key was made in a UKey. It is checked as every key is.
 * @throws AppError orders.not_found, staff.own_order, certificates.*
 */
export async function requestAtDesk(
  needs: AtDeskDependencies,
  { orderId, csr, tokenSerialNumber }: { orderId: string; csr: string; tokenSerialNumber: string },
  { staffId, now }: Act,
): Promise<{ order: OrderRecord; certificate: CertificateRecord }> {
  const order = await findSubmittedOrder(needs.orders, orderId);
  await needs.refuseOwnOrder(staffId, orderId);
  const key = readKey(csr, offeredAlgorithms(needs, order.project));
  noteAct({ publicKeySha256: key.publicKeySha256, tokenSerialNumber });
  const known = sameKey(await findCertificateOfOrder(needs.certificates, orderId), key);
  if (known) {
    return { order, certificate: known };
  }
  if (keyPlaceNow(order) === 'software') {
    throw new AppError('certificates.made_by_holder');
  }
  return { order, certificate: await takeKey(needs, order, { key, tokenSerialNumber }, now) };
}

/** @throws AppError certificates.not_found, certificates.not_issued, certificates.other_token */
export async function confirmToken(
  { certificates }: { readonly certificates: CertificateModel },
  { certificateId, tokenSerialNumber }: { certificateId: string; tokenSerialNumber: string },
  now: Date,
): Promise<CertificateRecord> {
  const { token, issuedAt } = await findCertificate(certificates, certificateId);
  if (token?.serialNumber !== tokenSerialNumber) {
    throw new AppError('certificates.other_token');
  }
  if (!issuedAt) {
    throw new AppError('certificates.not_issued');
  }
  await certificates.updateOne({ _id: certificateId, 'token.checkedAt': null }, { $set: { 'token.checkedAt': now } });
  return findCertificate(certificates, certificateId);
}

const notAllowed = ({ state }: CertificateRecord) =>
  new AppError('certificates.state_not_allowed', { details: { state: CERTIFICATE_STATE_LABELS[state] } });

/** @throws AppError certificates.not_found, certificates.state_not_allowed, staff.own_order */
export async function revokeAtDesk(
  needs: AtDeskDependencies,
  { certificateId, reason, note }: { certificateId: string; reason: CertificateRevocationReason; note: string },
  { staffId, now }: Act,
): Promise<CertificateRecord> {
  const certificate = await findCertificate(needs.certificates, certificateId);
  await needs.refuseOwnOrder(staffId, certificate.orderId);
  noteDecision({ certificateId, reason, note });
  if (!certificate.issuedAt) {
    throw notAllowed(certificate);
  }
  await revokeCertificate(needs, certificate, { reason, at: now, by: { role: 'issuer', id: staffId } });
  return findCertificate(needs.certificates, certificateId);
}

/** Puts on hold or takes off it; the authority is told by a job in the same write. Already there: nothing changes. */
async function hold(
  needs: AtDeskDependencies,
  certificateId: string,
  { from, to }: { from: 'issued' | 'suspended'; to: 'issued' | 'suspended' },
  { staffId, now }: Act,
): Promise<CertificateRecord> {
  const { orderId } = await findCertificate(needs.certificates, certificateId);
  await needs.refuseOwnOrder(staffId, orderId);
  const after = await holdCertificate(needs.certificates, certificateId, { from, to, now });
  if (after.state !== to) {
    throw notAllowed(after);
  }
  return after;
}

/** @throws AppError certificates.not_found, certificates.state_not_allowed, staff.own_order */
export function suspendAtDesk(
  needs: AtDeskDependencies,
  { certificateId, note }: { certificateId: string; note: string },
  act: Act,
): Promise<CertificateRecord> {
  noteDecision({ certificateId, note });
  return hold(needs, certificateId, { from: 'issued', to: 'suspended' }, act);
}

/** @throws AppError certificates.not_found, certificates.state_not_allowed, staff.own_order */
export const releaseAtDesk = (needs: AtDeskDependencies, certificateId: string, act: Act): Promise<CertificateRecord> =>
  hold(needs, certificateId, { from: 'suspended', to: 'issued' }, act);
