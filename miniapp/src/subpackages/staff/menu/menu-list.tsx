import { type DeskCount, MOST_COUNTED } from '@acceptance/shared';
import { Text, View } from '@tarojs/components';
import { FOCUSABLE } from '../../../platform/keyboard';
import { ROUTES, type RouteName } from '../../../routes';
import { joinClauses } from '../../../text/punctuation';
import { DESK_TEXT as TEXT } from '../texts-desk';
import { countOf, type DeskState } from './desk-state';
import { isAt, type MenuEntry, menuFor } from './menu-entries';
import './menu-list.scss';
import { openFromMenu } from './open-from-menu';

const shown = (count: number): string => (count > MOST_COUNTED ? TEXT.moreThan(MOST_COUNTED) : String(count));

const wordsFor = (title: string, count: DeskCount | null): string =>
  joinClauses(
    title,
    ...(count && count.waiting > 0 ? [TEXT.waiting(shown(count.waiting))] : []),
    ...(count && count.late > 0 ? [TEXT.late(shown(count.late))] : []),
  );

function Entry({ entry, state, route }: { entry: MenuEntry; state: DeskState; route: RouteName }) {
  const { title } = ROUTES[entry.page];
  const count = countOf(state, entry.work);
  const here = isAt(entry, route);
  return (
    <View
      className={here ? 'menu-list__entry menu-list__entry--here' : 'menu-list__entry'}
      role="link"
      {...FOCUSABLE}
      aria-label={wordsFor(title, count)}
      aria-current={here ? 'page' : undefined}
      onClick={() => void openFromMenu(entry.page)}
    >
      <Text className="menu-list__title">{title}</Text>
      {count !== null && count.waiting > 0 && (
        <Text className={count.late > 0 ? 'menu-list__count menu-list__count--late' : 'menu-list__count'}>
          {shown(count.waiting)}
        </Text>
      )}
    </View>
  );
}

export interface MenuListProps {
  readonly state: DeskState;
  /** The page that is in front. */
  readonly route: RouteName;
}

/** All pages that are open to who is signed in, with what waits on each. */
export const MenuList = ({ state, route }: MenuListProps) => (
  <View className="menu-list" role="navigation" aria-label={TEXT.menu}>
    {menuFor(state.staff).map((entry) => (
      <Entry key={entry.page} entry={entry} state={state} route={route} />
    ))}
  </View>
);
