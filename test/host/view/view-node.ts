import type { Bag } from '../bag';
import type { HostCanvas } from './host-canvas';

export type Phase = 'bind' | 'catch' | 'mut-bind' | 'capture-bind' | 'capture-catch';

export interface EventBinding {
  readonly phase: Phase;
  readonly handler: string;
}

/** What an element keeps over renderings: what was typed, scrolled, drawn. */
export interface ElementState {
  readonly elementId: string;
  value?: unknown;
  /** Where the next key goes, in a text field. */
  caret?: number;
  checked?: boolean;
  scrollTop: number;
  scrollLeft: number;
  canvas?: HostCanvas;
  /** Attributes at the last rendering that set form state; a change overwrites what was typed. */
  seen: Bag;
}

/** A page or a custom component: whose data and handlers a piece of view belongs to. */
export interface ViewOwner {
  readonly ownerId: string;
  callHandler(name: string, event: Bag): unknown;
}

export interface ViewNode {
  readonly key: string;
  /** `#text` for text. */
  readonly tag: string;
  readonly text: string;
  /** Evaluated attributes as written in WXML (kebab-case), without event bindings. */
  readonly attributes: ReadonlyMap<string, unknown>;
  /** By event type in lower case. */
  readonly events: ReadonlyMap<string, readonly EventBinding[]>;
  readonly children: readonly ViewNode[];
  readonly parent: ViewNode | null;
  readonly owner: ViewOwner;
  readonly state: ElementState;
  /** The instance behind a custom component's tag. */
  readonly component: ViewOwner | null;
}

export function* walk(node: ViewNode): Generator<ViewNode> {
  yield node;
  for (const child of node.children) {
    yield* walk(child);
  }
}

export const attributeText = (node: ViewNode, name: string): string => {
  const value = node.attributes.get(name);
  return value === undefined || value === null ? '' : String(value);
};

/** WXML's truth: `disabled="{{false}}"` is false, `disabled` and `disabled="false"` (a text) are true. */
export const isOn = (node: ViewNode, name: string): boolean => {
  const value = node.attributes.get(name);
  return value === '' ? node.attributes.has(name) : Boolean(value);
};

export const classesOf = (node: ViewNode): string[] => attributeText(node, 'class').split(/\s+/).filter(Boolean);

const BLOCKS =
  /^(#root|view|scroll-view|form|swiper|swiper-item|movable-area|movable-view|radio-group|checkbox-group|label)$/;

/** The text as a person reads it; blocks start a new line. Form controls have none. */
export function innerText(node: ViewNode): string {
  if (node.tag === '#text') {
    return node.text;
  }
  let text = '';
  for (const child of node.children) {
    const piece = innerText(child);
    const separate = text !== '' && piece !== '' && BLOCKS.test(child.tag);
    text += separate && !text.endsWith('\n') ? `\n${piece}` : piece;
  }
  return text;
}

export function datasetOf(node: ViewNode): Bag {
  const dataset: Bag = {};
  for (const [name, value] of node.attributes) {
    if (name.startsWith('data-')) {
      dataset[
        name
          .slice(5)
          .toLowerCase()
          .replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase())
      ] = value;
    }
  }
  return dataset;
}
