import type { KeyPress } from '../review/review-keys';

const inTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

/**
 * Listens to the keyboard; `onKey` tells whether it used the key, then the browser does nothing with it. A key held down
 * counts once, so that it never decides on several orders. Returns the way to stop.
 */
export function listenToKeys(onKey: (press: KeyPress) => boolean): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.repeat) {
      return;
    }
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (onKey({ code: event.code, modified, typing: inTextField(event.target) })) {
      event.preventDefault();
    }
  };
  window.addEventListener('keydown', listener);
  return () => window.removeEventListener('keydown', listener);
}

/** Takes the cursor out of a text field. */
export function leaveTextField(): void {
  if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}
