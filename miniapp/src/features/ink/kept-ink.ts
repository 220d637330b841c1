import { createStrokeBook, type StrokeBook } from './stroke-book';
import type { WritingArea } from './writing-area';

/** What was written, and in which area; null: nowhere yet. */
export interface WrittenInk {
  readonly book: StrokeBook;
  area: WritingArea | null;
}

let last: { readonly owner: string; readonly ink: WrittenInk } | null = null;

const blank = (): WrittenInk => ({ book: createStrokeBook(), area: null });

/**
 * The ink of `owner` since the app was opened, also after its page was left: a stroke that begins at the edge of the screen is a way to
 * leave it, too. In memory only, and of the last owner only. Null: ink that nobody keeps.
 */
export function inkOf(owner: string | null): WrittenInk {
  if (owner === null) {
    return blank();
  }
  if (last?.owner !== owner) {
    last = { owner, ink: blank() };
  }
  // The page may have gone in the middle of a stroke.
  last.ink.book.end();
  return last.ink;
}
