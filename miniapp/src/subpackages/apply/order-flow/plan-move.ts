import type { RouteName } from '../../../routes';

/** A page of the stack as far as moving needs it; `route` is null for pages that are none of ours. */
export interface StackedPage {
  readonly route: RouteName | null;
  readonly orderId: string | null;
}

/** Where to go: a page of an order. */
export interface Target {
  readonly route: RouteName;
  readonly orderId: string;
  /** In place of this page, which is the wrong one: Back must not lead to it again. */
  readonly inPlace?: boolean;
}

export type Move =
  | { readonly kind: 'stay' | 'forward' | 'replace' }
  | { readonly kind: 'back'; readonly delta: number }
  /** Back over the whole application first, then the page in place of its lowest one. */
  | { readonly kind: 'leave'; readonly delta: number };

/**
 * WeChat keeps ten pages. One place is left free for the camera and the signature, which lie over a step and must always
 * be able to open.
 */
export const MOST_STEP_PAGES = 9;

const isStepOf = (orderId: string, { route, orderId: own }: StackedPage): boolean =>
  own === orderId && route !== null && route.startsWith('apply');

/** The highest page that fits, or -1. */
const highest = (stack: readonly StackedPage[], fits: (page: StackedPage) => boolean): number =>
  stack.reduce((found, page, index) => (fits(page) ? index : found), -1);

/**
 * How to get from the top of the stack to a page, so that Back goes back one step: a page that is open already is
 * returned to, a new one is opened on top, and what was handed in is left altogether, because no step opens any more.
 */
export function planMove(stack: readonly StackedPage[], { route, orderId, inPlace = false }: Target): Move {
  const top = stack.length - 1;
  const found = highest(stack, (page) => page.route === route && page.orderId === orderId);
  if (found >= 0) {
    return found === top ? { kind: 'stay' } : { kind: 'back', delta: top - found };
  }
  if (route === 'order') {
    const below = highest(stack, (page) => !isStepOf(orderId, page));
    const lowest = Math.min(below + 1, top);
    return lowest < top ? { kind: 'leave', delta: top - lowest } : { kind: 'replace' };
  }
  return inPlace || stack.length >= MOST_STEP_PAGES ? { kind: 'replace' } : { kind: 'forward' };
}
