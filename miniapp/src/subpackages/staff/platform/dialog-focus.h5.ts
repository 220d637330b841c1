/** What the Tab key reaches in it. */
const FOCUSABLE = '[tabindex="0"], button, input, textarea, select';

/**
 * Puts the focus into the dialog of this class and keeps it there while Tab is pressed; answers the way to give it back to
 * where it was.
 */
export function holdFocus(className: string): () => void {
  const before = document.activeElement;
  const inside = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(`.${className} :is(${FOCUSABLE})`)];
  const place = (all: readonly Element[]): number =>
    document.activeElement ? all.indexOf(document.activeElement) : -1;
  const listener = (event: KeyboardEvent): void => {
    if (event.key !== 'Tab') {
      return;
    }
    const all = inside();
    const at = place(all);
    const next = event.shiftKey ? (at <= 0 ? all.length : at) - 1 : (at + 1) % all.length;
    all[next]?.focus();
    event.preventDefault();
  };
  inside()[0]?.focus();
  window.addEventListener('keydown', listener, true);
  return () => {
    window.removeEventListener('keydown', listener, true);
    if (before instanceof HTMLElement) {
      before.focus();
    }
  };
}
