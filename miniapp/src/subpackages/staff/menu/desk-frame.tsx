import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { PageFrame, type PageFrameProps } from '../../../components/page-frame';
import { FOCUSABLE } from '../../../platform/keyboard';
import { ROUTES, type RouteName } from '../../../routes';
import { useKeys } from '../desk/use-keys';
import { useWideScreen } from '../platform/wide-screen';
import { DESK_TEXT as TEXT } from '../texts-desk';
import './desk-frame.scss';
import { isMenuPage } from './menu-entries';
import { MenuList, type MenuListProps } from './menu-list';
import { openSearch } from './open-from-menu';
import { useFreshDeskState } from './use-desk-state';

export interface DeskFrameProps extends Omit<PageFrameProps, 'title' | 'signInRoute' | 'backTo'> {
  readonly route: RouteName;
}

/** On a phone the menu is one line that opens; on the first page it is the way to everything and stays open. */
function FoldedMenu(props: MenuListProps) {
  const isHome = props.route === 'staffQueue';
  const [opened, setOpened] = useState(false);
  return (
    <View className="desk-frame__folded">
      {!isHome && (
        <View
          className="desk-frame__fold"
          role="button"
          {...FOCUSABLE}
          aria-expanded={opened}
          aria-label={opened ? TEXT.closeMenu : TEXT.menu}
          onClick={() => setOpened(!opened)}
        >
          <Text>{opened ? TEXT.closeMenu : TEXT.openMenu}</Text>
        </View>
      )}
      {(isHome || opened) && <MenuList {...props} />}
    </View>
  );
}

/** The outside of every page of the desk: its menu at the left on a wide screen, above the content on a phone. */
export function DeskFrame({ route, children, ...frame }: DeskFrameProps) {
  const wide = useWideScreen();
  const state = useFreshDeskState();
  useKeys(({ code, modified, typing }) => {
    const isSearch = code === 'Slash' && !modified && !typing;
    if (isSearch) {
      void openSearch();
    }
    return isSearch;
  });
  const page = (
    <PageFrame {...frame} title={ROUTES[route].title} signInRoute="staffSignIn" backTo="staffQueue">
      {!wide && isMenuPage(route) && <FoldedMenu state={state} route={route} />}
      {children}
    </PageFrame>
  );
  // One tree for both widths, so that a window that is made narrower keeps what was typed.
  return (
    <View className={wide ? 'desk-frame desk-frame--wide' : 'desk-frame'}>
      {wide && (
        <View className="desk-frame__menu" key="menu">
          <MenuList state={state} route={route} />
        </View>
      )}
      <View className="desk-frame__page" key="page">
        {page}
      </View>
    </View>
  );
}
