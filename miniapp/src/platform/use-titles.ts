import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { currentLanguage, type Language } from '../language/current-language';
import { ROUTES, type Route } from '../routes';
import './choose-language';

/** The language that the tab bar is in; app.json has it in Chinese. */
let tabsAreIn: Language = 'zh';

/** WeChat refuses this on a page without tabs: then it is tried again on the next tab page. */
async function nameTabs(): Promise<void> {
  const language = currentLanguage();
  if (tabsAreIn === language) {
    return;
  }
  const tabs = Object.values<Route>(ROUTES).filter((route) => route.tab);
  try {
    await Promise.all(tabs.map((tab, index) => Taro.setTabBarItem({ index, text: tab.title })));
    tabsAreIn = language;
  } catch {
    // The tabs keep their names until then.
  }
}

/** Window title and, on tab pages, the tab bar in the current language: app.json has them in Chinese only. */
export function useTitles(title: string, isTabPage: boolean): void {
  const shown = useRef(true);
  useDidShow(() => {
    shown.current = true;
    void Taro.setNavigationBarTitle({ title });
    if (isTabPage) {
      void nameTabs();
    }
  });
  useDidHide(() => {
    shown.current = false;
  });
  // The title may come with the page's data, after the page was shown. WeChat names the page on top, whichever asks.
  useEffect(() => {
    if (shown.current) {
      void Taro.setNavigationBarTitle({ title });
    }
  }, [title]);
}
