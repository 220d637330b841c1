import type { RouteName } from '../../../routes';

/** How the menu gets to a page. */
export type MenuMove =
  | { readonly kind: 'stay' }
  | { readonly kind: 'back'; readonly pages: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'replace' }
  | { readonly kind: 'afresh' };

/** WeChat keeps ten pages; some must be left for what is opened from a list. */
const MOST_PAGES = 7;

/** The first page of the desk: Back leads there, wherever somebody has gone by the menu. */
const FIRST: RouteName = 'staffQueue';

/** A page that is open already is returned to; otherwise the first page stays below, with what was selected in it. */
export function planMenuMove(stack: readonly (RouteName | null)[], target: RouteName): MenuMove {
  const at = stack.lastIndexOf(target);
  if (at >= 0) {
    const pages = stack.length - 1 - at;
    return pages === 0 ? { kind: 'stay' } : { kind: 'back', pages };
  }
  if (stack.length >= MOST_PAGES) {
    return { kind: 'afresh' };
  }
  return { kind: stack.length > 1 && stack.at(-1) !== FIRST ? 'replace' : 'open' };
}
