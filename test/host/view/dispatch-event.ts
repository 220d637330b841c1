import type { Bag } from '../bag';
import { attributeText, datasetOf, type Phase, type ViewNode } from './view-node';

/** Events that travel to ancestors in WeChat; all others stay at their element. */
const BUBBLING = new Set([
  ...['touchstart', 'touchmove', 'touchcancel', 'touchend', 'tap', 'longpress', 'longtap', 'touchforcechange'],
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend'],
]);

export interface ViewEvent {
  readonly type: string;
  readonly detail?: unknown;
  readonly touches?: readonly Bag[];
  readonly changedTouches?: readonly Bag[];
  /** For custom events; built-in ones follow WeChat's list. */
  readonly bubbles?: boolean;
  readonly timeStamp: number;
}

export interface Dispatched {
  /** What the element's own handler returned (an input's handler may replace its value). */
  readonly returned: unknown;
  /** Whether any handler was called. */
  readonly handled: boolean;
}

const describe = (node: ViewNode): Bag => ({
  id: attributeText(node, 'id'),
  offsetLeft: 0,
  offsetTop: 0,
  dataset: datasetOf(node),
});

/** Sends an event through the view: capture phase downwards, then bubbling upwards; `catch` ends it. */
export function dispatchEvent(target: ViewNode, event: ViewEvent): Dispatched {
  const type = event.type.toLowerCase();
  const line: ViewNode[] = [];
  for (let at: ViewNode | null = target; at; at = at.parent) {
    line.push(at);
  }
  const bubbles = event.bubbles ?? BUBBLING.has(type);
  const path = bubbles ? line : [target];
  let returned: unknown;
  let handled = false;
  let ended = false;
  let mutuallyTaken = false;

  const fire = (node: ViewNode, phases: readonly Phase[]) => {
    for (const { phase, handler } of node.events.get(type) ?? []) {
      if (!phases.includes(phase) || (phase === 'mut-bind' && mutuallyTaken)) {
        continue;
      }
      handled = true;
      mutuallyTaken ||= phase === 'mut-bind';
      const answer = node.owner.callHandler(handler, {
        type: event.type,
        timeStamp: event.timeStamp,
        target: describe(target),
        currentTarget: describe(node),
        mark: {},
        detail: event.detail ?? {},
        ...(event.touches && { touches: event.touches }),
        ...(event.changedTouches && { changedTouches: event.changedTouches }),
        mut: false,
      });
      if (node === target) {
        returned = answer;
      }
      ended ||= phase === 'catch' || phase === 'capture-catch';
    }
  };

  for (const node of [...path].reverse()) {
    if (!ended) fire(node, ['capture-bind', 'capture-catch']);
  }
  for (const node of path) {
    if (!ended) fire(node, ['bind', 'catch', 'mut-bind']);
  }
  return { returned, handled };
}
