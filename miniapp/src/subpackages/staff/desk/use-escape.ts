import { leaveTextField } from '../platform/keyboard';
import { useKeys } from './use-keys';

/** Esc leaves the text field first, then closes the form that is open; null: none is. */
export function useEscape(close: (() => void) | null): void {
  useKeys(({ code, modified, typing }) => {
    if (!close || code !== 'Escape' || modified) {
      return false;
    }
    (typing ? leaveTextField : close)();
    return true;
  });
}
