/** Props for a View that acts as a button, radio or tick: reachable by the Tab key. */
export const FOCUSABLE = { tabIndex: 0 };

const ACTIVATED_BY_KEYBOARD = '[role="button"],[role="radio"],[role="checkbox"],[role="link"]';

const activate = (event: KeyboardEvent): void => {
  const { target } = event;
  const isOwn = target instanceof HTMLElement && target.matches(ACTIVATED_BY_KEYBOARD) && target.tagName !== 'BUTTON';
  if (isOwn && (event.key === 'Enter' || event.key === ' ')) {
    event.preventDefault();
    target.click();
  }
};

/** Enter and space press what has the focus, as on a native button. Once, when the program starts. */
export const startKeyboardActivation = (): void => document.addEventListener('keydown', activate);
