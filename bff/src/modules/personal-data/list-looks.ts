import { AppError, endpoints, type Look, type LookKind, STAFF_ROLES } from '@acceptance/shared';
import type { QueryFilter } from 'mongoose';
import { countTotal } from '../../database/count-total';
import type { AuditEntryModel, AuditRecord } from '../audit';
import type { IdentityCheckModel } from '../identity-checks';
import type { OrderModel, OrderRecord } from '../orders';

export interface LooksDependencies {
  readonly orders: OrderModel;
  readonly identityChecks: IdentityCheckModel;
  readonly auditEntries: AuditEntryModel;
}

interface LooksQuery {
  readonly accountId: string;
  readonly cursor?: string;
  readonly limit: number;
}

const { staff, identityChecks, transferDesk, refundDesk, invoiceDesk, certificateDesk, deliveryDesk } = endpoints;

/** What each act lets its actor see of one application or identity check. */
export const SHOWN: Readonly<Record<string, LookKind>> = {
  [staff.readOrderFile.id]: 'photo',
  [identityChecks.readPhoto.id]: 'photo',
  [staff.readOrder.id]: 'form',
  [staff.claimOrder.id]: 'form',
  [staff.readPerson.id]: 'person',
  [identityChecks.readCheck.id]: 'person',
  [staff.readOrderContract.id]: 'contract',
  [endpoints.evidence.readOrderEvidence.id]: 'contract',
  [deliveryDesk.readDelivery.id]: 'delivery',
  [deliveryDesk.findVoucher.id]: 'delivery',
  [transferDesk.readTransfer.id]: 'payment',
  [transferDesk.readSlip.id]: 'payment',
  [refundDesk.readRefund.id]: 'payment',
  [invoiceDesk.readInvoice.id]: 'invoice',
  [invoiceDesk.readPdf.id]: 'invoice',
  [certificateDesk.readIssuing.id]: 'progress',
};

/** What one person opens of one application within this time is one look. */
export const ONE_LOOK_MS = 10 * 60_000;

type Labels = ReadonlyMap<string, string>;

/** Which photo a file is, or was before it was replaced. */
function labelsOf({ idCard, signature, attachments, reviewRounds = [], project }: OrderRecord): [string, string][] {
  const paper = (kind: string) => project.attachments.find((each) => each.kind === kind)?.label ?? '附件材料';
  const sides = [idCard, ...reviewRounds.map((round) => round.idCard)];
  const papers = [...attachments, ...reviewRounds.flatMap((round) => round.attachments)];
  const named = (label: string, file: { readonly id: string } | null): [string, string][] =>
    file ? [[`file:${file.id}`, label]] : [];
  return [
    ...sides.flatMap(({ front, back }) => [...named('身份证人像面', front), ...named('身份证国徽面', back)]),
    ...named('手写签名', signature),
    ...papers.flatMap(({ kind, file }) => named(paper(kind), file)),
  ];
}

/** What its actor saw: who does not review is shown the state of an application, not what was typed. */
export function lookKindOf({ action, actor }: Pick<AuditRecord, 'action' | 'actor'>): LookKind {
  const kind = SHOWN[action] ?? 'progress';
  return kind === 'form' && !rolesOf(actor.role).includes('reviewer') ? 'progress' : kind;
}

const rolesOf = (role: string | null) => STAFF_ROLES.filter((each) => role?.split('+').includes(each));

const seenIn = (entry: AuditRecord, labels: Labels): Look['seen'][number] => {
  const kind = lookKindOf(entry);
  return { kind, label: kind === 'photo' ? (labels.get(entry.object ?? '') ?? null) : null };
};

const subjectOf = ({ object, partOf }: AuditRecord): string => partOf ?? object ?? '';

/** Of entries that come the newest first: what follows on each other is one look. */
export function joinLooks(
  entries: readonly AuditRecord[],
  { labels, numbers }: { readonly labels: Labels; readonly numbers: Labels },
): Look[] {
  const looks: (Look & { readonly of: string })[] = [];
  for (const entry of entries) {
    const of = `${entry.actor.id} ${subjectOf(entry)}`;
    const roles = rolesOf(entry.actor.role);
    const seen = seenIn(entry, labels);
    const last = looks.at(-1);
    if (last && last.of === of && Date.parse(last.at) - entry.at.getTime() <= ONE_LOOK_MS) {
      const known = last.seen.some(({ kind, label }) => kind === seen.kind && label === seen.label);
      looks[looks.length - 1] = {
        ...last,
        at: entry.at.toISOString(),
        roles: STAFF_ROLES.filter((role) => last.roles.includes(role) || roles.includes(role)),
        seen: known ? last.seen : [seen, ...last.seen],
      };
      continue;
    }
    looks.push({
      of,
      at: entry.at.toISOString(),
      roles,
      orderNumber: numbers.get(subjectOf(entry)) ?? null,
      seen: [seen],
    });
  }
  return looks.map(({ of: _of, ...look }) => look);
}

/** Number of the last record of the page before. */
function readCursor(cursor: string | undefined): number | null {
  if (cursor !== undefined && !/^[1-9]\d{0,14}$/.test(cursor)) {
    throw new AppError('request.cursor_invalid');
  }
  return cursor === undefined ? null : Number(cursor);
}

/**
 * What the staff have looked at of somebody's papers, the newest first, out of the audit log: what is not in it was not
 * shown. @throws AppError request.cursor_invalid
 */
export async function listLooks(
  { orders, identityChecks: checks, auditEntries }: LooksDependencies,
  { accountId, cursor, limit }: LooksQuery,
): Promise<{ items: Look[]; nextCursor: string | null; total: number }> {
  const before = readCursor(cursor);
  const own = await orders.find({ accountId, submittedAt: { $ne: null } }).lean<OrderRecord[]>();
  const ownChecks = await checks.find({ accountId }, { _id: 1 }).lean();
  const objects = [
    ...own.map(({ _id }) => `order:${_id.toHexString()}`),
    ...ownChecks.map(({ _id }) => `identityCheck:${_id.toHexString()}`),
  ];
  const filter: QueryFilter<AuditRecord> = {
    $or: [{ object: { $in: objects } }, { partOf: { $in: objects } }],
    action: { $in: Object.keys(SHOWN) },
    outcome: 'done',
  };
  const [found, total] = await Promise.all([
    auditEntries
      .find(before === null ? filter : { ...filter, seq: { $lt: before } }, { _id: 0 })
      .sort({ seq: -1 })
      .limit(limit + 1)
      .lean<AuditRecord[]>(),
    countTotal(auditEntries, filter),
  ]);
  const shown = found.slice(0, limit);
  const items = joinLooks(shown, {
    labels: new Map(own.flatMap(labelsOf)),
    numbers: new Map(own.map(({ _id, orderNumber }) => [`order:${_id.toHexString()}`, orderNumber])),
  });
  return { items, nextCursor: found.length > limit ? String(shown.at(-1)?.seq) : null, total };
}
