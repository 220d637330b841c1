import type { DecisionDraft } from './decision-draft';

/** A key as it was pressed. `code` names the place on the keyboard, so that an input method for Chinese changes nothing. */
export interface KeyPress {
  readonly code: string;
  /** Ctrl, Alt or the system key is held: the browser's own shortcuts stay. */
  readonly modified: boolean;
  /** The cursor is in a text field. */
  readonly typing: boolean;
}

export type ReviewCommand =
  | { readonly kind: 'next' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'approve' }
  | { readonly kind: 'return' }
  | { readonly kind: 'reject' }
  | { readonly kind: 'close' }
  | { readonly kind: 'leave-field' }
  | { readonly kind: 'confirm' }
  | { readonly kind: 'confirm-reject' }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'field'; readonly step: 1 | -1 }
  | { readonly kind: 'reason'; readonly number: number };

const READING: Record<string, ReviewCommand> = {
  KeyJ: { kind: 'next' },
  KeyK: { kind: 'previous' },
  KeyA: { kind: 'approve' },
  KeyR: { kind: 'return' },
  KeyX: { kind: 'reject' },
};
const RETURNING: Record<string, ReviewCommand> = {
  KeyJ: { kind: 'field', step: 1 },
  KeyK: { kind: 'field', step: -1 },
  Space: { kind: 'toggle' },
  Enter: { kind: 'confirm' },
};
const COMMANDS: Record<DecisionDraft['mode'], Record<string, ReviewCommand>> = {
  reading: READING,
  returning: RETURNING,
  // The question that follows is what keeps a slip of the hand from ending an application.
  rejecting: { Enter: { kind: 'confirm-reject' } },
};

/** What a key means: J/K next and previous, A approve, R return, X reject, Enter confirm, 1–9 reasons, Esc back. Null leaves it to the browser. */
export function reviewCommand({ code, modified, typing }: KeyPress, mode: DecisionDraft['mode']): ReviewCommand | null {
  if (modified) {
    return null;
  }
  if (code === 'Escape') {
    return { kind: typing ? 'leave-field' : 'close' };
  }
  if (typing) {
    return null;
  }
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (digit) {
    return mode === 'reading' ? null : { kind: 'reason', number: Number(digit) };
  }
  return COMMANDS[mode][code] ?? null;
}
