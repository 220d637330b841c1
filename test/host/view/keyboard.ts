import { textOf } from '../bag';
import { NotInHost } from '../refusal';
import type { Dispatched, ViewEvent } from './dispatch-event';
import { attributeText, isOn, type ViewNode } from './view-node';

export interface KeyboardPort {
  /** The element as it is drawn now; null when it is gone. */
  find(elementId: string): ViewNode | null;
  dispatch(node: ViewNode, event: Omit<ViewEvent, 'timeStamp'>): Dispatched;
  /** What happens here reaches the code later, in this order. */
  toLogic(work: () => void): void;
  /** What the code answers reaches the view later. */
  toView(work: () => void): void;
  /** Something was typed: the view shows it. */
  changed(): void;
}

/**
 * The keyboard of one page. It types into the field that has it, whose text is the view's own: the code hears of each key later,
 * and what it sends back meanwhile is put over the text (`page-view.ts`).
 */
export interface Keyboard {
  /** The field gets the keyboard, as by a tap on it. */
  enter(field: ViewNode): void;
  /** The keyboard closes, unless it goes to `next`. */
  leave(next: ViewNode | null): void;
  /** Writes over everything, as DevTools' `input` does. */
  overwrite(field: ViewNode, text: string): void;
  /** What stands in the field that has the keyboard. */
  text(): string;
  caret(): number;
  moveTo(caret: number): void;
  /** @throws Error when such a keyboard lacks the key, or no field has it */
  press(key: string): void;
  /** The character before the caret. */
  erase(): void;
  paste(text: string): void;
  /** The key at the lower right: confirms and closes, unless the field holds it. */
  confirm(): void;
  /** Key after key, so many milliseconds apart. */
  type(text: string, keyMs: number): Promise<void>;
}

export const TYPED_INTO: ReadonlySet<string> = new Set(['input', 'textarea']);
/** input, 2026-11: maxlength 140 by default, -1 = none; counted in UTF-16 units. */
const DEFAULT_MAXLENGTH = 140;
/** Keyboards with few keys, by the field's type. Pasting is not bound to them. */
const KEYS: Readonly<Record<string, RegExp>> = { number: /^\d$/, digit: /^[\d.]$/, idcard: /^[\dXx]$/ };

const textIn = ({ state }: ViewNode): string => textOf(state.value);
const roomIn = (field: ViewNode): number => {
  const limit = field.attributes.has('maxlength') ? Number(field.attributes.get('maxlength')) : DEFAULT_MAXLENGTH;
  return limit < 0 ? Number.POSITIVE_INFINITY : limit;
};

export function createKeyboard(port: KeyboardPort): Keyboard {
  let focused: string | null = null;

  const must = (): ViewNode => {
    const field = focused === null ? null : port.find(focused);
    if (!field) throw new Error(focused === null ? 'no field has the keyboard' : 'the field with the keyboard is gone');
    return field;
  };
  const tell = (field: ViewNode, type: string, detail: Record<string, unknown>) =>
    port.toLogic(() => port.dispatch(field, { type, detail }));
  const show = (field: ViewNode, text: string, caret: number) => {
    field.state.value = text;
    field.state.caret = caret;
    port.changed();
  };
  const write = (field: ViewNode, text: string, caret: number, keyCode: number) => {
    show(field, text, caret);
    port.toLogic(() => {
      const { returned } = port.dispatch(field, { type: 'input', detail: { value: text, cursor: caret, keyCode } });
      if (typeof returned === 'string') port.toView(() => show(field, returned, returned.length));
    });
  };
  const caretIn = (field: ViewNode): number =>
    Math.min(field.state.caret ?? textIn(field).length, textIn(field).length);
  const insert = (field: ViewNode, piece: string, keyCode: number) => {
    const [text, caret] = [textIn(field), caretIn(field)];
    const fitting = piece.slice(0, Math.max(0, roomIn(field) - text.length));
    if (fitting === '') return;
    write(field, text.slice(0, caret) + fitting + text.slice(caret), caret + fitting.length, keyCode);
  };

  const keyboard: Keyboard = {
    enter(field) {
      if (focused !== field.state.elementId) {
        keyboard.leave(field);
        tell(field, 'focus', { value: textIn(field), height: 0 });
      }
      focused = field.state.elementId;
    },
    leave(next) {
      if (focused === null || focused === next?.state.elementId) return;
      const left = port.find(focused);
      focused = null;
      if (left) tell(left, 'blur', { value: textIn(left), cursor: caretIn(left) });
    },
    overwrite(field, text) {
      if (!TYPED_INTO.has(field.tag)) {
        throw new NotInHost(`input on <${field.tag}>`, 'only input and textarea take text');
      }
      if (isOn(field, 'disabled')) return;
      keyboard.enter(field);
      const fitting = text.slice(0, roomIn(field));
      write(field, fitting, fitting.length, 0);
    },
    text: () => textIn(must()),
    caret: () => caretIn(must()),
    moveTo(caret) {
      must().state.caret = caret;
    },
    press(key) {
      const field = must();
      const type = attributeText(field, 'type');
      if (KEYS[type]?.test(key) === false) throw new Error(`the keyboard of type ${type} has no key ${key}`);
      insert(field, key, key.codePointAt(0) ?? 0);
    },
    erase() {
      const field = must();
      const [text, caret] = [textIn(field), caretIn(field)];
      if (caret > 0) write(field, text.slice(0, caret - 1) + text.slice(caret), caret - 1, 8);
    },
    paste: (text) => insert(must(), text, 0),
    confirm() {
      const field = must();
      tell(field, 'confirm', { value: textIn(field) });
      if (!isOn(field, 'confirm-hold')) keyboard.leave(null);
    },
    async type(text, keyMs) {
      for (const key of text) {
        keyboard.press(key);
        await new Promise((next) => setTimeout(next, keyMs));
      }
    },
  };
  return keyboard;
}
