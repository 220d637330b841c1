import { useKeys } from '../desk/use-keys';
import { leaveTextField } from '../platform/keyboard';
import { REJECT_REASONS } from '../text';
import { moveActive, setReasonByNumber, setRejectReason, toggleMark } from './decision-draft';
import { type KeyPress, type ReviewCommand, reviewCommand } from './review-keys';
import type { Review } from './use-review';

export interface ReviewMoves {
  /** To the next or previous order of the queue. */
  readonly onMove: (step: 1 | -1) => void;
  /** Away from this order. */
  readonly onClose: () => void;
  /** A photo lies over everything, which has keys of its own. */
  readonly isPhotoOpen: boolean;
}

function giveReason({ draft, setDraft }: Review, number: number): void {
  if (draft.mode === 'returning') {
    setDraft((current) => setReasonByNumber(current, number));
    return;
  }
  const reason = REJECT_REASONS[number - 1];
  if (reason) {
    setDraft((current) => setRejectReason(current, reason));
  }
}

type Acts = { readonly [Kind in ReviewCommand['kind']]: (command: Extract<ReviewCommand, { kind: Kind }>) => void };

const actsOf = (review: Review, { onMove, onClose }: ReviewMoves): Acts => ({
  next: () => onMove(1),
  previous: () => onMove(-1),
  approve: review.approveByKey,
  return: review.openReturn,
  reject: review.openReject,
  field: ({ step }) => review.setDraft((current) => moveActive(current, review.targets, step)),
  toggle: () => review.setDraft((current) => (current.activeKey ? toggleMark(current, current.activeKey) : current)),
  reason: ({ number }) => giveReason(review, number),
  confirm: review.confirmReturn,
  'confirm-reject': review.confirmReject,
  'leave-field': leaveTextField,
  close: review.draft.mode === 'reading' ? onClose : review.closeForm,
});

/** The keyboard of the desk while an order is open. */
export function useReviewKeys(review: Review, moves: ReviewMoves): void {
  useKeys((press: KeyPress) => {
    const command = reviewCommand(press, review.draft.mode);
    if (!command || review.asking || moves.isPhotoOpen) {
      return false;
    }
    const act = actsOf(review, moves)[command.kind] as (command: ReviewCommand) => void;
    act(command);
    return true;
  });
}
