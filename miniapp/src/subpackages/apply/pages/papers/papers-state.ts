import type { OrderView, ReviewMark } from '@acceptance/shared';
import { PAPERS_TEXT } from '../../texts-papers';

export type CardSide = 'front' | 'back';
export const CARD_SIDES: readonly CardSide[] = ['front', 'back'];

/** What the reviewer wrote about each side, empty when it is fine. */
export function marksOfSide(order: Pick<OrderView, 'status' | 'reviewMarks'>, side: CardSide): ReviewMark[] {
  return order.status === 'returned' ? order.reviewMarks.filter(({ field }) => field === `id-card-${side}`) : [];
}

/**
 * `collect`: photos and signature are still asked for; `redo`: only what the reviewer marked;
 * `signed`: the contract holds them, they can only be looked at.
 */
export type PapersMode = 'collect' | 'redo' | 'signed';

export function papersMode(order: Pick<OrderView, 'status' | 'contract'>): PapersMode {
  if (order.status === 'returned') {
    return 'redo';
  }
  return order.contract.state === 'unread' || order.contract.state === 'consented' ? 'collect' : 'signed';
}

/** Whether a side may be photographed now. */
export function isSideOpen(order: Pick<OrderView, 'status' | 'contract' | 'reviewMarks'>, side: CardSide): boolean {
  const mode = papersMode(order);
  return mode === 'collect' || (mode === 'redo' && marksOfSide(order, side).length > 0);
}

type Papers = Pick<OrderView, 'status' | 'contract' | 'idCard' | 'signature' | 'reviewMarks'>;

function missingToSign({ idCard, signature }: Papers): string | null {
  const sides = CARD_SIDES.filter((side) => idCard[side] === null);
  const why = PAPERS_TEXT.whyNot;
  if (sides.length === 2) {
    return signature ? why.both : why.everything;
  }
  const [side] = sides;
  if (side) {
    return signature ? why[side] : why.cardAndSignature(PAPERS_TEXT[side]);
  }
  return signature ? null : why.signature;
}

/** Why the button does nothing yet, or null. `isSending`: a photo is on its way. */
export function whyNotYet(order: Papers, isSending: boolean): string | null {
  if (isSending) {
    return PAPERS_TEXT.whyNot.uploading;
  }
  return papersMode(order) === 'collect' ? missingToSign(order) : null;
}

/**
 * Names of the marked sides that were not photographed again since the page opened, or null. The server keeps the marks
 * until the application is handed in, so this is asked about, never a bar: it may have been done an hour ago.
 */
export function sidesNotRedone(order: Papers, redone: readonly CardSide[]): string | null {
  const sides = CARD_SIDES.filter((side) => marksOfSide(order, side).length > 0 && !redone.includes(side));
  return sides.length > 0 ? PAPERS_TEXT.sides(sides.map((side) => PAPERS_TEXT[side])) : null;
}
