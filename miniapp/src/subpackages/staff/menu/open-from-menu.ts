import { navigateBackBy, navigateTo, openPages, redirectTo, reopen } from '../../../platform/navigation';
import type { RouteName } from '../../../routes';
import { enterTextField } from '../platform/keyboard';
import { SEARCH_TEXT } from '../texts-desk';
import { type MenuMove, planMenuMove } from './plan-menu-move';

/** Pages of the menu take no parameters. */
type MenuPage = 'staffQueue';

async function go(move: MenuMove, page: RouteName): Promise<void> {
  switch (move.kind) {
    case 'back':
      return navigateBackBy(move.pages);
    case 'open':
      return navigateTo(page as MenuPage);
    case 'replace':
      return redirectTo(page as MenuPage);
    case 'afresh':
      return reopen(page as MenuPage);
    case 'stay':
      return undefined;
  }
}

const plan = (page: RouteName): MenuMove =>
  planMenuMove(
    openPages().map(({ route }) => route),
    page,
  );

export const openFromMenu = (page: RouteName): Promise<void> => go(plan(page), page);

/** To the search, from wherever one is: what is open there stays below, with what was typed. */
export async function openSearch(): Promise<void> {
  const move = plan('staffSearch');
  await go(move.kind === 'replace' ? { kind: 'open' } : move, 'staffSearch');
  enterTextField(SEARCH_TEXT.label);
}
