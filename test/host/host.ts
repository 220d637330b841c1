import type { Reports } from './app/life';
import type { PageInstance } from './app/page-instance';
import { createRunningApp, type RunningApp } from './app/running-app';
import { type Bag, type Callable, textOf } from './bag';
import { type AppPackage, readPackage } from './package/read-package';
import { withoutOrientation } from './phone/exif-orientation';
import { createPhone, type DeviceFacts, type Phone } from './phone/phone';
import { noBackend, type WechatBackend } from './phone/wechat-backend';
import type { CanvasTraits } from './view/host-canvas';
import type { Keyboard } from './view/keyboard';
import { stopCameras } from './view/stop-cameras';
import { createButtonActions } from './wx/button-actions';
import { createWx, type HostWx } from './wx/create-wx';
import { createIntersectionObservers } from './wx/intersection-observer';
import { pullDown, shareFromMenu } from './wx/page-gestures';
import { createGates, type Gates } from './wx/permission-methods';
import { createSelectorQuery } from './wx/selector-query';
import { ask, type Dialog, type NetworkRules, type WxContext } from './wx/wx-context';
import { emit } from './wx/wx-method';

export interface HostOptions {
  /** The built mini-program: the folder with app.json. */
  readonly appFolder: string;
  readonly appId?: string;
  readonly backend?: WechatBackend;
  readonly network?: Partial<NetworkRules>;
  readonly device?: Partial<DeviceFacts>;
  readonly now?: () => number;
}

export interface HostEvents {
  log(type: string, args: unknown[]): void;
  /** A page or component sent data to its view. */
  setData(path: string, patch: unknown): void;
  exception(error: { readonly name: string; readonly message: string; readonly stack?: string }): void;
}

/** A phone with the mini-program on it. */
export interface Host {
  readonly phone: Phone;
  readonly app: AppPackage;
  readonly backend: WechatBackend;
  readonly dialogs: readonly Dialog[];
  /** Exceptions of the app since the host began, oldest first. */
  readonly exceptions: readonly { readonly name: string; readonly message: string }[];
  /** The run of the app. @throws Error when it was killed and not launched again */
  running(): RunningApp;
  wx(): HostWx;
  /** The keyboard of the phone, which types into the field that was tapped last. */
  keyboard(): Keyboard;
  /** What the methods of `wx` work with, for replacements of them. */
  wxContext(): WxContext;
  launch(entry?: { path?: string; query?: Record<string, string>; scene?: number }): Promise<void>;
  /** The system ends the app: memory is gone, storage stays. */
  kill(): void;
  toBackground(o?: { cutTransfers?: boolean }): void;
  toForeground(): void;
  setNetwork(network: Partial<Phone['network']>): void;
  rotate(landscape: boolean): void;
  /** The person goes back: by WeChat's bar, Android's key or gesture, or a swipe from the edge of an iPhone. */
  goBack(by: 'bar' | 'key' | 'swipe'): Promise<void>;
  /** The person pulls the page down. @returns whether it gives way */
  pullDown(): boolean;
  /** Whether the page on top still shows that it refreshes. */
  isRefreshing(): boolean;
  /** 转发 in WeChat's own menu: the card, or null where the page cannot be shared. */
  shareFromMenu(): Bag | null;
  warnMemory(level: number): void;
  /** A newer version was found and downloaded. */
  readyUpdate(): void;
  /** Values that the realm's promises left unhandled; for hosts with a process of their own. */
  unhandledRejection(reason: unknown, promise: unknown): boolean;
  on(events: Partial<HostEvents>): () => void;
}

const SCENE_FROM_LIST = 1001;
const describeError = (error: unknown) => {
  const { name = 'Error', message = textOf(error), stack } = (error ?? {}) as Partial<Error>;
  return { name, message, stack };
};

export function createHost(options: HostOptions): Host {
  const app = readPackage(options.appFolder);
  const phone = createPhone(options.device);
  const canvasTraits: CanvasTraits = {
    pictures: phone.pictures,
    readFile(path) {
      const bytes = phone.files.read(path);
      return bytes && !phone.pictures.turnedInCanvas ? withoutOrientation(bytes) : bytes;
    },
  };
  const backend = options.backend ?? noBackend();
  const now = options.now ?? Date.now;
  const listeners = new Set<Partial<HostEvents>>();
  const exceptions: { name: string; message: string; stack?: string }[] = [];
  const dialogs: Dialog[] = [];
  let pageIds = 0;
  let current: { readonly running: RunningApp; readonly context: WxContext; readonly wx: HostWx } | null = null;

  const reports: Reports = {
    log: (type, args) => {
      for (const listener of listeners) listener.log?.(type, args);
    },
    setData(path, patch) {
      for (const listener of listeners) listener.setData?.(path, patch);
    },
    exception(error) {
      const described = describeError(error);
      exceptions.push(described);
      for (const listener of listeners) listener.exception?.(described);
      if (current) {
        const method = current.running.appInstance().onError;
        if (typeof method === 'function') {
          try {
            method.call(current.running.appInstance(), described.message);
          } catch (again) {
            exceptions.push(describeError(again));
          }
        }
        emit(current.context, 'Error', { message: described.message, stack: described.stack ?? '' });
      }
    },
  };
  const observers = createIntersectionObservers(reports);

  const isTabPage = (page: PageInstance | null) => page !== null && app.tabPages.has(page.path);
  const windowSize = () => {
    const { device, landscape } = phone;
    const [width, height] = landscape
      ? [device.screenHeight, device.screenWidth]
      : [device.screenWidth, device.screenHeight];
    const page = current?.running.pages.top() ?? null;
    const bars = device.statusBarHeight + device.navigationBarHeight + (isTabPage(page) ? device.tabBarHeight : 0);
    const custom = page?.config.navigationStyle === 'custom';
    return {
      windowWidth: width,
      windowHeight: height - (custom ? bars - device.statusBarHeight - device.navigationBarHeight : bars),
    };
  };
  const resize = () => {
    if (!current) return;
    const size = windowSize();
    const page = current.running.pages.top();
    page?.life('onResize', { deviceOrientation: phone.landscape ? 'landscape' : 'portrait', size });
    emit(current.context, 'WindowResize', { size });
    page?.view.changed(null);
  };
  const turn = (landscape: boolean) => {
    if (phone.landscape !== landscape) {
      phone.landscape = landscape;
      resize();
    }
  };
  const must = () => {
    if (!current) throw new Error('the app is not running: launch it');
    return current;
  };

  const start = () => {
    let gates: Gates | null = null;
    const running: RunningApp = createRunningApp({
      ...{ app, reports, now, windowSize, link: () => phone.link },
      nextPageId: () => {
        pageIds += 1;
        return pageIds;
      },
      createWx(made) {
        const context: WxContext = {
          ...{ running: made, phone, backend, reports, now, windowSize, dialogs, agreedButtonId: null },
          network: { origins: options.network?.origins ?? {}, domains: options.network?.domains ?? null },
          appId: options.appId ?? 'touristappid',
          transfers: new Set(),
          listeners: new Map(),
          leaveQuestions: new Map(),
          refreshing: new Set(),
          isAlive: () => current?.running === made,
          restart: () =>
            setTimeout(() => {
              host.kill();
              void host.launch().catch((error: unknown) => reports.exception(error));
            }, 0),
        };
        gates = createGates(context);
        const page = () => {
          const top = made.pages.top();
          if (!top) throw new Error('there is no page');
          return top;
        };
        const wx = createWx(context, gates, {
          createSelectorQuery: () => createSelectorQuery(made, reports, page(), page().view.tree().owner, canvasTraits),
          createIntersectionObserver: (component, given) => {
            const owner = page().view.componentByInstance(component) ?? page().view.tree().owner;
            return observers.create(made, page(), owner, (given ?? {}) as Bag, windowSize);
          },
        });
        current = { running: made, context, wx };
        return wx.wx;
      },
      openType: (name, button) => {
        const { context } = must();
        return createButtonActions(context, gates ?? createGates(context))(name, button);
      },
      createSelectorQuery: (made, page, owner) => createSelectorQuery(made, reports, page, owner, canvasTraits),
      createIntersectionObserver: (made, page, owner, given) => observers.create(made, page, owner, given, windowSize),
      moved: observers.moved,
      closed: observers.closed,
      shown: (page) => {
        // Pages with `pageOrientation: landscape` turn the screen, others (without auto) turn it back.
        const orientation = page.config.pageOrientation ?? 'portrait';
        if (orientation !== 'auto') phone.landscape = orientation === 'landscape';
      },
    });
    return running;
  };
  const appLife = (method: string, event: 'AppShow' | 'AppHide', payload: Bag) => {
    const { running, context } = must();
    const instance = running.appInstance();
    const work = instance[method];
    if (typeof work === 'function') (work as Callable).call(instance, running.realm.enter(payload));
    emit(context, event, payload);
  };

  const host: Host = {
    ...{ phone, app, backend, dialogs, exceptions, rotate: turn },
    running: () => must().running,
    wx: () => must().wx,
    keyboard() {
      const page = must().running.pages.top();
      if (!page) throw new Error('there is no page');
      return page.keyboard;
    },
    wxContext: () => must().context,
    async launch({ path = app.entryPage, query = {}, scene = SCENE_FROM_LIST } = {}) {
      if (current) throw new Error('the app runs already: kill it first');
      phone.inBackground = false;
      const running = start();
      await running.launch(path, query, scene);
      await running.activity.whenIdle();
    },
    kill() {
      const ended = current;
      current = null;
      for (const cut of [...(ended?.context.transfers ?? [])]) cut('interrupted');
      ended?.running.kill();
      dialogs.splice(0);
      phone.files.forgetTemporary();
    },
    toBackground({ cutTransfers = false } = {}) {
      const { running, context } = must();
      if (phone.inBackground) return;
      phone.inBackground = true;
      running.pages.top()?.life('onHide');
      stopCameras(running.pages.top());
      appLife('onHide', 'AppHide', { reason: 0 });
      // Documented: what is not finished five seconds later fails like this.
      if (cutTransfers) for (const cut of [...context.transfers]) cut('interrupted');
    },
    toForeground() {
      const { running } = must();
      if (!phone.inBackground) return;
      phone.inBackground = false;
      const top = running.pages.top();
      appLife('onShow', 'AppShow', {
        path: top?.path,
        query: top?.query ?? {},
        scene: SCENE_FROM_LIST,
        referrerInfo: {},
      });
      top?.life('onShow');
    },
    async goBack(by) {
      const { running, context } = must();
      const question = context.leaveQuestions.get(running.pages.top()?.id ?? 0);
      const isLowest = running.pages.pages().length <= 1;
      // Documented of wx.enableAlertBeforeUnload: swipes are not asked about, nor is leaving the app.
      const isAsked = question !== undefined && by !== 'swipe' && !isLowest;
      if (isAsked && (await ask(context, 'modal', { content: question })) !== 'confirm') return;
      await running.pages.navigateBack(1);
    },
    pullDown: () => pullDown(must().context),
    isRefreshing() {
      const { running, context } = must();
      return context.refreshing.has(running.pages.top()?.id ?? 0);
    },
    shareFromMenu: () => shareFromMenu(must().context),
    setNetwork(network) {
      const before = phone.network.type;
      phone.network = { ...phone.network, ...network };
      const { type } = phone.network;
      if (!current || type === before) return;
      if (type === 'none') {
        const gone = 'errcode:-106 cronet_error_code:-106 error_msg:net::ERR_INTERNET_DISCONNECTED';
        for (const cut of [...current.context.transfers]) cut(gone);
      }
      emit(current.context, 'NetworkStatusChange', { isConnected: type !== 'none', networkType: type });
    },
    warnMemory: (level) => emit(must().context, 'MemoryWarning', { level }),
    readyUpdate() {
      phone.updateReady = true;
      emit(must().context, 'CheckForUpdate', { hasUpdate: true });
      emit(must().context, 'UpdateReady');
    },
    unhandledRejection(reason, promise) {
      if (!current?.running.realm.ownsPromise(promise)) return false;
      reports.exception(reason);
      emit(current.context, 'UnhandledRejection', { reason, promise });
      return true;
    },
    on(events) {
      listeners.add(events);
      return () => listeners.delete(events);
    },
  };
  return host;
}
