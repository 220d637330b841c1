import { type FormElement, TaroElement } from '@tarojs/runtime';
import type { TextElement } from './text-element-props';

/** Goes with the element when it is made. No `value`: Taro would send those of all fields at each rendering. */
export const firstText = (text: string): { readonly defaultValue?: string } => ({ defaultValue: text });

/** Taro is not typed for elements behind a ref. */
const isFormElement = (element: object): element is FormElement => element instanceof TaroElement;

/**
 * Once, when the element is there. Taro's form elements send each typed text back to the view, where it comes late: keys
 * typed meanwhile are lost, and the caret jumps. Other elements do not; so this one acts as they do.
 */
export const takeTextElement = (element: TextElement, _first: string): void => {
  if (isFormElement(element)) {
    element.dispatchEvent = TaroElement.prototype.dispatchEvent;
  }
};

/** Fields that were told what they show already, with the text that is to follow. */
const following = new WeakMap<FormElement, string>();

/** When what was set is on its way to the view: what is set then is sent apart. */
function onceSent(element: FormElement, work: () => void): void {
  setTimeout(() => {
    const root = element._root;
    if (root?.pendingUpdate) {
      onceSent(element, work);
    } else if (root) {
      root.enqueueUpdateCallback(work);
    } else {
      work();
    }
  });
}

/**
 * Puts `text` in the place of what is shown. The view takes notice of a value only if it is not the one it was told last,
 * whatever was typed since: then it is told what it shows before it is told the text.
 */
export function showText(element: TextElement, shown: string, text: string): void {
  if (!isFormElement(element)) {
    return;
  }
  if (following.has(element)) {
    following.set(element, text);
  } else if (element.value !== text || !element._root) {
    element.value = text;
  } else {
    following.set(element, text);
    element.value = shown;
    onceSent(element, () => {
      element.value = following.get(element) ?? text;
      following.delete(element);
    });
  }
}
