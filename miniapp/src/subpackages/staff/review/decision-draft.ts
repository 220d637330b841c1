import {
  clipCharacters,
  REVIEW_REASONS,
  type ReviewField,
  type ReviewMark,
  type ReviewReason,
} from '@acceptance/shared';
import { DECISION_TEXT } from '../texts-review';

interface DraftMark {
  readonly reason: ReviewReason | null;
  readonly note: string;
}

/** What the reviewer is about to decide. Marks stay when the form is closed and opened again. */
export interface DecisionDraft {
  readonly mode: 'reading' | 'returning' | 'rejecting';
  /** The field that the number keys are about. */
  readonly activeField: ReviewField | null;
  readonly marks: Readonly<Partial<Record<ReviewField, DraftMark>>>;
  readonly rejectReason: string;
}

export const EMPTY_DRAFT: DecisionDraft = { mode: 'reading', activeField: null, marks: {}, rejectReason: '' };

export const NOTE_LIMIT = 100;

export const startReturning = (draft: DecisionDraft, fields: readonly ReviewField[]): DecisionDraft => ({
  ...draft,
  mode: 'returning',
  activeField: draft.activeField ?? fields[0] ?? null,
});
export const startRejecting = (draft: DecisionDraft): DecisionDraft => ({ ...draft, mode: 'rejecting' });
export const stopDeciding = (draft: DecisionDraft): DecisionDraft => ({ ...draft, mode: 'reading' });
export const setRejectReason = (draft: DecisionDraft, rejectReason: string): DecisionDraft => ({
  ...draft,
  rejectReason,
});

const withMark = (draft: DecisionDraft, field: ReviewField, change: Partial<DraftMark>): DecisionDraft => {
  const mark = draft.marks[field] ?? { reason: null, note: '' };
  return { ...draft, activeField: field, marks: { ...draft.marks, [field]: { ...mark, ...change } } };
};

/** Ticks a field, or takes the tick away with what was said about it. */
export function toggleField(draft: DecisionDraft, field: ReviewField): DecisionDraft {
  if (!draft.marks[field]) {
    return withMark(draft, field, {});
  }
  const { [field]: _removed, ...marks } = draft.marks;
  return { ...draft, activeField: field, marks };
}

/** Giving a reason ticks the field. */
export const setReason = (draft: DecisionDraft, field: ReviewField, reason: ReviewReason): DecisionDraft =>
  withMark(draft, field, { reason });
export const setNote = (draft: DecisionDraft, field: ReviewField, note: string): DecisionDraft =>
  withMark(draft, field, { note: clipCharacters(note, NOTE_LIMIT) });

/** The reason behind a number key (1 is the first one), for the active field. */
export function setReasonByNumber(draft: DecisionDraft, number: number): DecisionDraft {
  const reason = REVIEW_REASONS[number - 1];
  return reason && draft.activeField ? setReason(draft, draft.activeField, reason) : draft;
}

/** The field above or below becomes the active one. */
export function moveActive(draft: DecisionDraft, fields: readonly ReviewField[], step: 1 | -1): DecisionDraft {
  const index = draft.activeField ? fields.indexOf(draft.activeField) : -1;
  const target = Math.min(Math.max(index + step, 0), fields.length - 1);
  return { ...draft, activeField: fields[target] ?? null };
}

export type BuiltMarks =
  | { readonly marks: readonly ReviewMark[]; readonly missing: null }
  | { readonly marks: null; readonly missing: string };

/** The marks as the API takes them, in the order of `fields`; or what is still missing, as a sentence. */
export function buildMarks(draft: DecisionDraft, fields: readonly ReviewField[]): BuiltMarks {
  const ticked = fields.flatMap((field) => {
    const mark = draft.marks[field];
    return mark ? [{ field, reason: mark.reason, note: mark.note.trim() }] : [];
  });
  if (ticked.length === 0) {
    return { marks: null, missing: DECISION_TEXT.nothingTicked };
  }
  if (ticked.some((mark) => mark.reason === null)) {
    return { marks: null, missing: DECISION_TEXT.noReason };
  }
  if (ticked.some((mark) => mark.reason === 'other' && !mark.note)) {
    return { marks: null, missing: DECISION_TEXT.otherNeedsNote };
  }
  const marks = ticked.flatMap(({ field, reason, note }) =>
    reason ? [note ? { field, reason, note } : { field, reason }] : [],
  );
  return { marks, missing: null };
}

/** What keeps a refusal from being sent, or null. */
export const missingForReject = (draft: DecisionDraft): string | null =>
  draft.rejectReason.trim() ? null : DECISION_TEXT.rejectNeedsReason;
