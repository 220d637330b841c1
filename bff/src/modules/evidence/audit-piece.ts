import type { AuditAnchorModel, AuditAnchorRecord } from '../audit';
import { type AuditEntryModel, type AuditRecord, actsOn, canonicalText } from '../audit';

/** Acts on one order up to a place in the chain, so that several lists of them are of the same acts. */
export interface AuditPiece {
  readonly auditEntries: AuditEntryModel;
  readonly orderId: string;
  readonly accountId: string;
  readonly until: number;
}

/** All acts on the order and on what is part of it, oldest first, a page at a time. */
async function* actsOf({ auditEntries, orderId, until }: AuditPiece): AsyncGenerator<AuditRecord> {
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof actsOn>> = await actsOn(auditEntries, `order:${orderId}`, { after });
    for (const act of page.items) {
      if (act.seq > until) {
        return;
      }
      yield act;
    }
    after = page.next;
  }
}

/**
 * Acts that are shown whole, so that their hash can be computed again: the applicant's own, and those of our programs. What
 * others did is told without who it was, as everywhere; its hash covers that, too, and cannot be computed without.
 */
const isShown = ({ actor }: AuditRecord, accountId: string): boolean =>
  actor.kind === 'system' || actor.kind === 'provider' || (actor.kind === 'applicant' && actor.id === accountId);

/** One line for each act that is shown whole. */
async function* linesOf(piece: AuditPiece, line: (act: AuditRecord) => string): AsyncGenerator<Buffer> {
  for await (const act of actsOf(piece)) {
    if (isShown(act, piece.accountId)) {
      yield Buffer.from(`${line(act)}\n`);
    }
  }
}

/** The bytes that were hashed, an act a line. */
export const hashedTexts = (piece: AuditPiece): AsyncGenerator<Buffer> => linesOf(piece, canonicalText);
/** The hashes that the chain keeps for them, in the same order. */
export const keptHashes = (piece: AuditPiece): AsyncGenerator<Buffer> => linesOf(piece, ({ hash }) => hash);

/** What others did: when, what, as whom, and where it stands in the chain. */
export async function* actsOfOthers(piece: AuditPiece): AsyncGenerator<Buffer> {
  for await (const act of actsOf(piece)) {
    if (!isShown(act, piece.accountId)) {
      const { seq, at, action, outcome, actor, hash, previousHash } = act;
      const by = actor.role ?? actor.kind;
      yield Buffer.from(`${JSON.stringify({ seq, at, action, outcome, by, hash, previousHash })}\n`);
    }
  }
}

/** The chain's end now, and the anchors that hold it to what it was: the first after the contract was sealed, and the newest. */
export async function anchorsOf(
  auditAnchors: AuditAnchorModel,
  { end, sealedAt }: { end: { readonly seq: number; readonly hash: string }; sealedAt: Date },
) {
  const told = ({ seq, hash, anchoredAt }: AuditAnchorRecord) => ({ seq, hash, anchoredAt });
  const [first] = await auditAnchors
    .find({ anchoredAt: { $gte: sealedAt } })
    .sort({ anchoredAt: 1 })
    .limit(1)
    .lean<AuditAnchorRecord[]>();
  const [newest] = await auditAnchors.find({}).sort({ anchoredAt: -1 }).limit(1).lean<AuditAnchorRecord[]>();
  return { chainEnd: end, firstAfterSealing: first ? told(first) : null, newest: newest ? told(newest) : null };
}
