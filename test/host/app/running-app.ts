import { type Bag, bagOf } from '../bag';
import { createModuleLoader } from '../package/module-loader';
import { type AppPackage, resolveInPackage } from '../package/read-package';
import type { Phone } from '../phone/phone';
import { type AppRealm, createAppRealm } from '../realm/app-realm';
import type { GesturePort } from '../view/gestures';
import type { WindowSize } from '../view/layout';
import { readStyles } from '../view/read-styles';
import type { ViewOwner } from '../view/view-node';
import { createExpressions } from '../wxml/expression';
import { createWxmlFiles } from '../wxml/wxml-file';
import { type Activity, createActivity } from './activity';
import { callIfPresent, type Reports } from './life';
import { createPageInstance, type PageInstance, type PageParts } from './page-instance';
import { createPageStack, type PageStack } from './page-stack';

export interface RunningAppPort {
  readonly app: AppPackage;
  readonly reports: Reports;
  now(): number;
  windowSize(): WindowSize;
  /** How long view and code take to reach each other. */
  link(): Phone['link'];
  nextPageId(): number;
  /** The global `wx` for this run. */
  createWx(running: RunningApp): Bag;
  openType: GesturePort['openType'];
  createSelectorQuery(running: RunningApp, page: PageInstance, owner: ViewOwner): unknown;
  createIntersectionObserver(running: RunningApp, page: PageInstance, owner: ViewOwner, options: Bag): unknown;
  moved(page: PageInstance): void;
  shown(page: PageInstance): void;
  closed(page: PageInstance): void;
}

/** One run of the mini-program, from launch until it is killed. */
export interface RunningApp {
  readonly realm: AppRealm;
  readonly activity: Activity;
  readonly pages: PageStack;
  readonly app: AppPackage;
  /** The argument of `App(…)`. */
  appInstance(): Bag;
  openedPackages(): string[];
  launch(path: string, query: Record<string, string>, scene: number): Promise<void>;
  /** Ends at once: no life cycle is called, memory is gone. */
  kill(): void;
}

const CONSOLE_METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

export function createRunningApp(port: RunningAppPort): RunningApp {
  const { app, reports } = port;
  const activity = createActivity();
  const realm = createAppRealm((error) => reports.exception(error));
  const loader = createModuleLoader(app, realm);
  const pageDefinitions = new Map<string, Bag>();
  const componentDefinitions = new Map<string, Bag>();
  let registering = '';
  let appInstance = realm.enter({} as Bag);

  const loadPage = (path: string) => {
    if (pageDefinitions.has(path)) return;
    const root = app.pages.get(path) ?? '';
    if (root) loader.openPackage(root);
    registering = path;
    loader.load(`${path}.js`);
    if (!pageDefinitions.has(path)) {
      throw new Error(`Page "${path}" has not been registered yet.`);
    }
  };
  const componentDefinition = (path: string): Bag => {
    if (!componentDefinitions.has(path)) {
      registering = path;
      loader.load(`${path}.js`);
    }
    const found = componentDefinitions.get(path);
    if (!found) throw new Error(`Component "${path}" has not been registered yet.`);
    return found;
  };
  const usingOf = (path: string): Bag => bagOf(app.pageConfig(path).usingComponents);
  const componentPath = (ownerPath: string, tag: string): string | null => {
    const own = usingOf(ownerPath)[tag];
    const common = bagOf(app.config.usingComponents)[tag];
    if (typeof own === 'string') return resolveInPackage(ownerPath, own);
    return typeof common === 'string' ? resolveInPackage('app', common) : null;
  };

  const parts: Omit<PageParts, 'styles'> = {
    ...{ realm, reports, activity, componentPath, componentDefinition },
    now: port.now,
    expressions: createExpressions(realm),
    wxml: createWxmlFiles(app, realm),
    windowSize: port.windowSize,
    toViewMs: () => port.link().toViewMs,
    toLogicMs: () => port.link().toLogicMs,
    openType: port.openType,
    createSelectorQuery: (page, owner) => port.createSelectorQuery(running, page, owner),
    createIntersectionObserver: (page, owner, options) =>
      port.createIntersectionObserver(running, page, owner, options),
    moved: port.moved,
  };
  const pages = createPageStack({
    app,
    shown: port.shown,
    closed: port.closed,
    open({ path, query }) {
      loadPage(path);
      const definition = pageDefinitions.get(path) ?? {};
      const opening = { id: port.nextPageId(), path, query, config: app.pageConfig(path), definition };
      return createPageInstance({ ...parts, styles: readStyles(app, path) }, opening);
    },
    settle: (page) =>
      new Promise((resolve) => {
        page.view.changed(() => {
          if (!page.ready) {
            page.ready = true;
            page.life('onReady');
          }
          resolve();
        });
      }),
  });

  const running: RunningApp = {
    ...{ realm, activity, pages, app },
    appInstance: () => appInstance,
    openedPackages: loader.opened,
    async launch(path, query, scene) {
      loader.load('app.js');
      if (!app.lazyCodeLoading) {
        for (const [page, root] of app.pages) if (root === '') loadPage(page);
      }
      const options = realm.enter({
        path,
        query,
        scene,
        referrerInfo: {},
        shareTicket: undefined,
        apiCategory: 'default',
      });
      Object.assign(launchOptions, options);
      callIfPresent(appInstance, 'onLaunch', [options], reports);
      callIfPresent(appInstance, 'onShow', [options], reports);
      if (!app.pages.has(path)) {
        callIfPresent(appInstance, 'onPageNotFound', [realm.enter({ path, query, isEntryPage: true })], reports);
        throw new Error(`launch: page "${path}" is not found`);
      }
      const search = Object.entries(query).map(([name, value]) => `${name}=${value}`);
      await pages.reLaunch(`/${path}${search.length > 0 ? `?${search.join('&')}` : ''}`);
    },
    kill() {
      realm.dispose();
      pages.abandon();
    },
  };
  const launchOptions = realm.enter({} as Bag);
  const wx = port.createWx(running);
  Object.assign(wx, {
    getLaunchOptionsSync: () => launchOptions,
    getEnterOptionsSync: () => launchOptions,
  });
  const { globals } = realm;
  globals.wx = wx;
  globals.console = Object.fromEntries(
    CONSOLE_METHODS.map((type) => [type, (...args: unknown[]) => reports.log(type, args)]),
  );
  globals.App = (definition: unknown) => {
    appInstance = bagOf(definition);
  };
  globals.Page = (definition: unknown) => pageDefinitions.set(registering, bagOf(definition));
  globals.Component = (definition: unknown) => {
    componentDefinitions.set(registering, bagOf(definition));
  };
  globals.getApp = () => appInstance;
  globals.getCurrentPages = () => {
    const list = realm.enter([] as unknown[]);
    list.push(...pages.pages().map((page) => page.instance));
    return list;
  };
  globals.requirePlugin = () => {
    throw new Error('requirePlugin: the headless host has no plugins');
  };
  return running;
}
