import type { TextElement } from './text-element-props';

/** Taro sets every given property at each rendering, a first text too: `takeTextElement` shows it. */
export const firstText = (_text: string): { readonly defaultValue?: string } => ({});

/** Once, when the element is there. */
export const takeTextElement = (element: TextElement, first: string): void => {
  element.value = first;
};

/** Puts `text` in the place of what is shown. */
export const showText = (element: TextElement, _shown: string, text: string): void => {
  element.value = text;
};
