import type { Bag } from '../bag';
import type { AppPackage } from '../package/read-package';
import type { PageInstance } from './page-instance';
import { type PageUrl, parsePageUrl } from './parse-url';

/** WeChat's documented limit of pages on the stack. */
export const PAGE_LIMIT = 10;

/** A refused navigation; the text is what stands behind `<method>:fail `. */
export class RouteRefused extends Error {
  override readonly name = 'RouteRefused';
}

export interface PageStackPort {
  readonly app: AppPackage;
  /** Loads the page's code (its sub-package at first entry) and makes an instance. */
  open(url: PageUrl): PageInstance;
  /** After load and show: renders, then `onReady` in a later turn. */
  settle(page: PageInstance): Promise<void>;
  /** The page on top changed. */
  shown(page: PageInstance): void;
  closed(page: PageInstance): void;
}

export interface PageStack {
  pages(): readonly PageInstance[];
  top(): PageInstance | null;
  navigateTo(url: string): Promise<PageInstance>;
  redirectTo(url: string): Promise<PageInstance>;
  reLaunch(url: string): Promise<PageInstance>;
  switchTab(url: string): Promise<PageInstance>;
  navigateBack(delta: number): Promise<void>;
  /** Without any life cycle: the app was killed. */
  abandon(): void;
}

export function createPageStack(port: PageStackPort): PageStack {
  const { app } = port;
  let stack: PageInstance[] = [];
  /** Tab pages stay alive while another tab is shown. */
  const tabs = new Map<string, PageInstance>();
  const top = () => stack.at(-1) ?? null;

  const target = (url: string): PageUrl => {
    const parsed = parsePageUrl(url, top()?.path ?? '');
    if (!app.pages.has(parsed.path)) {
      throw new RouteRefused(`page "${parsed.path}" is not found`);
    }
    return parsed;
  };
  const refuseTab = (method: string, url: PageUrl) => {
    if (app.tabPages.has(url.path)) {
      throw new RouteRefused(`can not ${method} a tabbar page`);
    }
  };
  const close = (page: PageInstance) => {
    tabs.delete(page.path);
    page.life('onUnload');
    page.close(false);
    port.closed(page);
  };
  const openPage = async (url: PageUrl): Promise<PageInstance> => {
    const page = port.open(url);
    stack.push(page);
    if (app.tabPages.has(url.path)) {
      tabs.set(url.path, page);
    }
    page.life('onLoad', url.query);
    page.life('onShow');
    port.shown(page);
    await port.settle(page);
    return page;
  };

  return {
    pages: () => stack,
    top,
    async navigateTo(url) {
      const to = target(url);
      refuseTab('navigateTo', to);
      if (stack.length >= PAGE_LIMIT) {
        throw new RouteRefused('webview count limit exceed');
      }
      top()?.life('onHide');
      return openPage(to);
    },
    async redirectTo(url) {
      const to = target(url);
      refuseTab('redirectTo', to);
      const old = stack.pop();
      if (old) close(old);
      return openPage(to);
    },
    async reLaunch(url) {
      const to = target(url);
      const old = new Set([...stack, ...tabs.values()]);
      stack = [];
      for (const page of [...old].reverse()) close(page);
      return openPage(to);
    },
    async switchTab(url) {
      const to = target(url);
      if (!app.tabPages.has(to.path)) {
        throw new RouteRefused('can not switch to no-tabBar page');
      }
      const current = top();
      if (current?.path === to.path) return current;
      const others = stack.filter((page) => !app.tabPages.has(page.path));
      const topIsTab = current !== null && app.tabPages.has(current.path);
      stack = [];
      if (topIsTab) current.life('onHide');
      for (const page of others.reverse()) close(page);
      const kept = tabs.get(to.path);
      if (!kept) return openPage({ path: to.path, query: {} });
      stack.push(kept);
      kept.life('onShow');
      port.shown(kept);
      return kept;
    },
    async navigateBack(delta) {
      if (stack.length <= 1) {
        throw new RouteRefused('cannot navigate back at first page.');
      }
      const going = stack.splice(Math.max(1, stack.length - Math.max(1, delta)));
      for (const page of going.reverse()) close(page);
      const page = top();
      page?.life('onShow');
      if (page) port.shown(page);
    },
    abandon() {
      for (const page of new Set([...stack, ...tabs.values()])) page.close(true);
      stack = [];
      tabs.clear();
    },
  };
}

export const describePage = (page: PageInstance): Bag => ({ pageId: page.id, path: page.path, query: page.query });
