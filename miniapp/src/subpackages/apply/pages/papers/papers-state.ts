import { type OrderView, type ReviewMark, SIGNED_CONTRACT_STATES } from '@acceptance/shared';
import { PAPERS_TEXT } from '../../texts-papers';

export type CardSide = 'front' | 'back';
export const CARD_SIDES: readonly CardSide[] = ['front', 'back'];

/** What the reviewer wrote about each side, empty when it is fine. */
export function marksOfSide(order: Pick<OrderView, 'status' | 'reviewMarks'>, side: CardSide): ReviewMark[] {
  return order.status === 'returned' ? order.reviewMarks.filter(({ field }) => field === `id-card-${side}`) : [];
}

/** Whether what was marked has another photo by now. */
export const isRedone = (order: Pick<OrderView, 'changedSinceReturn'>, side: CardSide): boolean =>
  order.changedSinceReturn.some(({ field }) => field === `id-card-${side}`);

/**
 * `collect`: photos are still asked for; `redo`: only what the reviewer marked;
 * `signed`: the contract was signed with them, they can only be looked at.
 */
export type PapersMode = 'collect' | 'redo' | 'signed';

export function papersMode(order: Pick<OrderView, 'status' | 'contract'>): PapersMode {
  if (order.status === 'returned') {
    return 'redo';
  }
  return SIGNED_CONTRACT_STATES.includes(order.contract.state) ? 'signed' : 'collect';
}

/** Whether a side may be photographed now. */
export function isSideOpen(order: Pick<OrderView, 'status' | 'contract' | 'reviewMarks'>, side: CardSide): boolean {
  const mode = papersMode(order);
  return mode === 'collect' || (mode === 'redo' && marksOfSide(order, side).length > 0);
}

type Papers = Pick<OrderView, 'status' | 'contract' | 'idCard' | 'reviewMarks' | 'currentStep' | 'changedSinceReturn'>;

/** Where the button leads: the identity may still be checked, by these very photos. */
export type PapersGoal = 'toIdentity' | 'next' | 'toConfirm' | 'toSealed';

export function papersGoal(order: Papers): PapersGoal {
  if (order.currentStep === 'identity') {
    return 'toIdentity';
  }
  return ({ collect: 'next', redo: 'toConfirm', signed: 'toSealed' } as const)[papersMode(order)];
}

function missingPhotos({ idCard }: Papers): string | null {
  const [side, other] = CARD_SIDES.filter((each) => idCard[each] === null);
  if (!side) {
    return null;
  }
  return PAPERS_TEXT.whyNot[other ? 'both' : side];
}

/** Why the button does nothing yet, or null. `isSending`: a photo is on its way. */
export function whyNotYet(order: Papers, isSending: boolean): string | null {
  if (isSending) {
    return PAPERS_TEXT.whyNot.uploading;
  }
  return papersGoal(order) === 'next' ? missingPhotos(order) : null;
}

/** Names of the marked sides that have no other photo yet, or null: asked about, never a bar. */
export function sidesNotRedone(order: Papers): string | null {
  const sides = CARD_SIDES.filter((side) => marksOfSide(order, side).length > 0 && !isRedone(order, side));
  return sides.length > 0 ? PAPERS_TEXT.sides(sides.map((side) => PAPERS_TEXT[side])) : null;
}
