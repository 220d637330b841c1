import type { QuestionKeys } from './question-keys-type';

interface Buttons {
  readonly cancel: HTMLElement;
  readonly confirm: HTMLElement;
}

/** Taro's own question; it keeps one in the document and shows it again. */
function findButtons(): Buttons | null {
  const content = document.querySelector('.taro-modal__content');
  const cancel = content?.querySelector<HTMLElement>('.taro-model__cancel');
  const confirm = content?.querySelector<HTMLElement>('.taro-model__confirm');
  if (!content || !cancel || !confirm) {
    return null;
  }
  content.setAttribute('role', 'alertdialog');
  content.setAttribute('aria-modal', 'true');
  content.setAttribute('aria-label', content.querySelector('.taro-modal__title')?.textContent ?? '');
  for (const button of [cancel, confirm]) {
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
  }
  return { cancel, confirm };
}

/** Esc says no; Enter presses what has the focus, which is yes unless the answer cannot be taken back. */
function answerByKey({ key }: KeyboardEvent, { cancel, confirm }: Buttons): boolean {
  const onCancel = document.activeElement === cancel;
  switch (key) {
    case 'Escape':
      cancel.click();
      return true;
    case 'Enter':
    case ' ':
      (onCancel ? cancel : confirm).click();
      return true;
    case 'Tab':
      (onCancel ? confirm : cancel).focus();
      return true;
    default:
      return false;
  }
}

/** While a question is on the screen the keyboard is its own: nothing acts behind it, and the focus returns to where it was. */
export const whileAsked: QuestionKeys = async (dangerous, show) => {
  const before = document.activeElement;
  const answer = show();
  const buttons = findButtons();
  const listener = (event: KeyboardEvent): void => {
    event.stopImmediatePropagation();
    // A key that is still held down from before answers nothing.
    if (buttons && !event.repeat && answerByKey(event, buttons)) {
      event.preventDefault();
    }
  };
  (dangerous ? buttons?.cancel : buttons?.confirm)?.focus();
  window.addEventListener('keydown', listener, true);
  try {
    return await answer;
  } finally {
    window.removeEventListener('keydown', listener, true);
    if (before instanceof HTMLElement) {
      before.focus();
    }
  }
};
