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

/** Frames in which a field may still come: the element of Taro draws its real field after the page. About a second. */
const FRAMES = 60;

/** Puts the cursor into the visible field with this label, its text marked: a scanner writes over it. */
export function enterTextField(label: string, frames = FRAMES): void {
  // Taro keeps the pages below in the document.
  const fields = [...document.querySelectorAll<HTMLInputElement>('input')];
  const field = fields.find((each) => each.getAttribute('aria-label') === label && each.offsetParent !== null);
  if (field) {
    field.focus();
    field.select();
  } else if (frames > 0) {
    requestAnimationFrame(() => enterTextField(label, frames - 1));
  }
}
