import {
  AppError,
  type ApplicationFormDraft,
  changedReviewParts,
  isPartOpen,
  labelOfPart,
  MOST_RETURNS,
  type ReviewedParts,
  type ReviewMark,
  type ReviewPart,
  type ReviewRoundView,
  unmarkedChanges,
} from '@acceptance/shared';
import { decryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';
import { recordIdOf } from '../../database/record-id';
import { FORM_PURPOSE, type OrderRecord } from './order.model';
import type { ReviewRound } from './parts/review-round';
import { readFormDraft } from './read-form-draft';
import type { ShownOrder } from './shown-order';

/** The rounds of an order that is returned now. @throws AppError review.too_many_returns */
export function withRound(order: OrderRecord, marks: readonly ReviewMark[], now: Date): ReviewRound[] {
  const { formDraft, idCard, attachments, reviewRounds = [] } = order;
  if (reviewRounds.length >= MOST_RETURNS) {
    throw new AppError('review.too_many_returns', { details: { count: reviewRounds.length } });
  }
  return [...reviewRounds, { at: now, marks, draft: formDraft, idCard, attachments }];
}

const draftOf = (cipher: FieldCipher, { draft }: ReviewRound, order: ShownOrder): ApplicationFormDraft =>
  draft ? decryptJson<ApplicationFormDraft>(cipher, draft, FORM_PURPOSE, recordIdOf(order)) : {};

type LastRound = ReviewedParts & { readonly marks: readonly ReviewMark[] };

/** What was handed in when an order was returned last, and the marks; null where it never was, or before rounds were kept. */
function lastRound(cipher: FieldCipher, order: ShownOrder): LastRound | null {
  const round = order.reviewRounds?.at(-1);
  return round
    ? { form: draftOf(cipher, round, order), idCard: round.idCard, attachments: round.attachments, marks: round.marks }
    : null;
}

const refusedParts = (code: 'review.not_marked', { project }: OrderRecord, parts: readonly ReviewPart[]): AppError =>
  new AppError(code, { details: { parts: parts.map((part) => labelOfPart(part, project)).join('、') } });

/**
 * Refuses to change in a returned application what no mark asks for. `changes`: the parts that are about to be written.
 * @throws AppError review.not_marked
 */
export function refuseUnmarked(cipher: FieldCipher, order: OrderRecord, changes: Partial<ReviewedParts>): void {
  const last = order.status === 'returned' ? lastRound(cipher, order) : null;
  const unmarked = last ? unmarkedChanges(last.marks, last, { ...last, ...changes }) : [];
  if (unmarked.length > 0) {
    throw refusedParts('review.not_marked', order, unmarked);
  }
}

/** Refuses what would open parts of a returned application of which no mark asks for any. @throws AppError review.not_marked */
export function refuseAllUnmarked(cipher: FieldCipher, order: OrderRecord, parts: readonly ReviewPart[]): void {
  const last = order.status === 'returned' ? lastRound(cipher, order) : null;
  if (last && !parts.some((part) => isPartOpen(last.marks, part, last))) {
    throw refusedParts('review.not_marked', order, parts);
  }
}

/**
 * What a returned application must be to be handed in again: changed, and only where it was asked for.
 * @throws AppError review.not_marked, review.unchanged
 */
export function refuseUnmended(cipher: FieldCipher, order: OrderRecord, form: ApplicationFormDraft): void {
  const { idCard, attachments } = order;
  refuseUnmarked(cipher, order, { form, idCard, attachments });
  const last = order.status === 'returned' ? lastRound(cipher, order) : null;
  if (last && changedReviewParts(last, { form, idCard, attachments }).length === 0) {
    throw new AppError('review.unchanged');
  }
}

/** The returns of an order, and what has become of the last one, for whom it belongs to and for the staff. */
export function presentReview(cipher: FieldCipher, order: ShownOrder) {
  const { idCard, attachments, reviewMarks, reviewRounds = [] } = order;
  const last = lastRound(cipher, order);
  return {
    reviewMarks,
    reviewRounds: reviewRounds.map(
      (round): ReviewRoundView => ({
        at: round.at.toISOString(),
        marks: [...round.marks],
        seen: { form: draftOf(cipher, round, order), idCard: round.idCard, attachments: [...round.attachments] },
      }),
    ),
    changedSinceReturn: last
      ? changedReviewParts(last, { form: readFormDraft(cipher, order), idCard, attachments })
      : [],
  };
}
