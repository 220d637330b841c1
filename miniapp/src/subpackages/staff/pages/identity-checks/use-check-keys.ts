import { useKeys } from '../../desk/use-keys';
import { leaveTextField } from '../../platform/keyboard';
import { type ReviewCommand, reviewCommand } from '../../review/review-keys';
import { REFUSAL_REASONS } from '../../texts-identity-checks';
import type { Check } from './use-check';

export interface CheckMoves {
  readonly onMove: (step: 1 | -1) => void;
  readonly onClose: () => void;
  /** A photo lies over everything, which has keys of its own. */
  readonly isPhotoOpen: boolean;
}

type Acts = Partial<{ [Kind in ReviewCommand['kind']]: (command: Extract<ReviewCommand, { kind: Kind }>) => void }>;

const actsOf = (check: Check, { onMove, onClose }: CheckMoves): Acts => ({
  next: () => onMove(1),
  previous: () => onMove(-1),
  approve: () => void check.confirm.run(),
  return: check.startRefusing,
  reason: ({ number }) => check.giveReason(REFUSAL_REASONS[number - 1] ?? check.form.values.reason),
  'leave-field': leaveTextField,
  close: check.mode === 'reading' ? onClose : check.stopRefusing,
});

/** The keyboard while a person is open: the same keys as in the review. */
export function useCheckKeys(check: Check, moves: CheckMoves): void {
  useKeys((press) => {
    const command = reviewCommand(press, check.mode);
    // The question is on screen: keys must not act behind it.
    if (!command || check.confirm.pending || check.refuse.pending || moves.isPhotoOpen) {
      return false;
    }
    const act = actsOf(check, moves)[command.kind] as ((command: ReviewCommand) => void) | undefined;
    act?.(command);
    return true;
  });
}
