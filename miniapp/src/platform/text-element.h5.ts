import type { TextElement } from './text-element-props';

/** Taro sets every given property at each rendering, a first text too: `takeTextElement` shows it. */
export const firstText = (_text: string): { readonly defaultValue?: string } => ({});

/** Once, when the element is there. */
export const takeTextElement = (element: TextElement, first: string): void => {
  element.value = first;
};

/** Texts for elements that are made and not drawn yet, which takes a frame. */
const waiting = new WeakMap<TextElement, string>();

function showWaiting(element: TextElement): void {
  const text = waiting.get(element);
  if (text !== undefined) showText(element, '', text);
}

/** Puts `text` in the place of what is shown. Taro's field would write it into an input that it has not drawn, and fail. */
export function showText(element: TextElement, _shown: string, text: string): void {
  if (element.firstElementChild === null) {
    waiting.set(element, text);
    requestAnimationFrame(() => showWaiting(element));
    return;
  }
  waiting.delete(element);
  element.value = text;
}
