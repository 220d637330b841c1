import {
  clipCharacters,
  type PictureSpot,
  REVIEW_REASONS,
  type ReviewMark,
  type ReviewReason,
} from '@acceptance/shared';
import { REVIEW_REASON_LABELS } from '../../../text/labels';
import { STAFF_TEXT } from '../text';
import { DECISION_TEXT } from '../texts-review';
import type { MarkTarget } from './mark-target';

/** A spot on a picture, as the picture was then. */
export interface MarkedSpot {
  readonly fileId: string;
  readonly spot: PictureSpot;
}

interface DraftMark {
  readonly reason: ReviewReason | null;
  readonly note: string;
  readonly marked?: MarkedSpot;
}

/** What the reviewer is about to decide. Marks stay when the form is closed and opened again. */
export interface DecisionDraft {
  readonly mode: 'reading' | 'returning' | 'rejecting';
  /** Key of the target that the number keys are about. */
  readonly activeKey: string | null;
  /** By the key of what they are about. */
  readonly marks: Readonly<Record<string, DraftMark | undefined>>;
  readonly rejectReason: string;
}

export const EMPTY_DRAFT: DecisionDraft = { mode: 'reading', activeKey: null, marks: {}, rejectReason: '' };

export const NOTE_LIMIT = 100;

type Targets = readonly Pick<MarkTarget, 'key'>[];

export const startReturning = (draft: DecisionDraft, targets: Targets): DecisionDraft => ({
  ...draft,
  mode: 'returning',
  activeKey: draft.activeKey ?? targets[0]?.key ?? null,
});
export const startRejecting = (draft: DecisionDraft): DecisionDraft => ({ ...draft, mode: 'rejecting' });
export const stopDeciding = (draft: DecisionDraft): DecisionDraft => ({ ...draft, mode: 'reading' });
export const setRejectReason = (draft: DecisionDraft, rejectReason: string): DecisionDraft => ({
  ...draft,
  rejectReason,
});

const withMark = (draft: DecisionDraft, key: string, change: Partial<DraftMark>): DecisionDraft => {
  const mark = draft.marks[key] ?? { reason: null, note: '' };
  return { ...draft, activeKey: key, marks: { ...draft.marks, [key]: { ...mark, ...change } } };
};

/** Ticks a target, or takes the tick away with what was said about it. */
export function toggleMark(draft: DecisionDraft, key: string): DecisionDraft {
  if (!draft.marks[key]) {
    return withMark(draft, key, {});
  }
  const { [key]: _removed, ...marks } = draft.marks;
  return { ...draft, activeKey: key, marks };
}

/** Giving a reason ticks the target. */
export const setReason = (draft: DecisionDraft, key: string, reason: ReviewReason): DecisionDraft =>
  withMark(draft, key, { reason });
export const setNote = (draft: DecisionDraft, key: string, note: string): DecisionDraft =>
  withMark(draft, key, { note: clipCharacters(note, NOTE_LIMIT) });
/** Drawing on a picture ticks what it is about and begins a return; a second spot on it takes the place of the first. */
export const setSpot = (draft: DecisionDraft, key: string, marked: MarkedSpot): DecisionDraft => ({
  ...withMark(draft, key, { marked }),
  mode: 'returning',
});

/** The reason behind a number key (1 is the first one), for the active target. */
export function setReasonByNumber(draft: DecisionDraft, number: number): DecisionDraft {
  const reason = REVIEW_REASONS[number - 1];
  return reason && draft.activeKey ? setReason(draft, draft.activeKey, reason) : draft;
}

/** The target above or below becomes the active one. */
export function moveActive(draft: DecisionDraft, targets: Targets, step: 1 | -1): DecisionDraft {
  const index = targets.findIndex(({ key }) => key === draft.activeKey);
  const next = Math.min(Math.max(index + step, 0), targets.length - 1);
  return { ...draft, activeKey: targets[next]?.key ?? null };
}

/** The reason that something is marked with, in words; null when it is not marked. */
export function markWords({ marks }: Pick<DecisionDraft, 'marks'>, key: string | null): string | null {
  const mark = key === null ? undefined : marks[key];
  if (!mark) {
    return null;
  }
  return mark.reason ? REVIEW_REASON_LABELS[mark.reason] : STAFF_TEXT.marked;
}

/** The spot that is marked on a picture. */
export const spotOn = ({ marks }: Pick<DecisionDraft, 'marks'>, fileId: string | null): PictureSpot | null =>
  Object.values(marks).find((mark) => mark?.marked && mark.marked.fileId === fileId)?.marked?.spot ?? null;

export type BuiltMarks =
  | { readonly marks: readonly ReviewMark[]; readonly missing: null }
  | { readonly marks: null; readonly missing: string };

interface TickedMark extends DraftMark {
  readonly target: MarkTarget;
}

/** A spot on a picture that is no longer there is not sent. */
function markOf({ target, note, marked }: TickedMark, reason: ReviewReason): ReviewMark {
  const { field, paper, fileIds } = target;
  const words = note.trim();
  return {
    field,
    reason,
    ...(paper && { paper }),
    ...(words && { note: words }),
    ...(marked && fileIds.includes(marked.fileId) && marked),
  };
}

/** The marks as the API takes them, in the order of `targets`; or what is still missing, as a sentence. */
export function buildMarks(draft: DecisionDraft, targets: readonly MarkTarget[]): BuiltMarks {
  const ticked = targets.flatMap((target): TickedMark[] => {
    const mark = draft.marks[target.key];
    return mark ? [{ ...mark, target }] : [];
  });
  if (ticked.length === 0) {
    return { marks: null, missing: DECISION_TEXT.nothingTicked };
  }
  if (ticked.some((mark) => mark.reason === null)) {
    return { marks: null, missing: DECISION_TEXT.noReason };
  }
  if (ticked.some((mark) => mark.reason === 'other' && !mark.note.trim())) {
    return { marks: null, missing: DECISION_TEXT.otherNeedsNote };
  }
  return { marks: ticked.flatMap((mark) => (mark.reason ? [markOf(mark, mark.reason)] : [])), missing: null };
}

/** What keeps a refusal from being sent, or null. */
export const missingForReject = (draft: DecisionDraft): string | null =>
  draft.rejectReason.trim() ? null : DECISION_TEXT.rejectNeedsReason;
