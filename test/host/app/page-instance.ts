import { type Bag, bagOf, isCallable, textOf } from '../bag';
import type { AppRealm } from '../realm/app-realm';
import { createGestures, type GesturePort, type Gestures } from '../view/gestures';
import { createKeyboard, type Keyboard } from '../view/keyboard';
import type { StyleSheet } from '../view/read-styles';
import { selectAll } from '../view/select';
import { type ViewNode, type ViewOwner, walk } from '../view/view-node';
import { type ComponentInstance, createComponentInstance } from './component-instance';
import { createEventLine } from './event-line';
import { callGuarded, callIfPresent, type Reports } from './life';
import { createPageView, type PageView, type PageViewParts } from './page-view';
import { applySetData, asViewData } from './set-data';

export interface PageInstance extends ViewOwner {
  readonly id: number;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly config: Bag;
  readonly instance: Bag;
  readonly data: Bag;
  readonly view: PageView;
  readonly gestures: Gestures;
  readonly keyboard: Keyboard;
  scrollTop: number;
  ready: boolean;
  setData(patch: Bag, done?: unknown): void;
  life(name: string, ...args: unknown[]): unknown;
  /** Scrolls as far as the content goes; fires onPageScroll and onReachBottom. */
  scrollTo(top: number): void;
  close(quietly: boolean): void;
}

export interface PageParts extends Omit<PageViewParts, 'createComponent' | 'rendered'> {
  readonly realm: AppRealm;
  readonly reports: Reports;
  readonly styles: StyleSheet;
  readonly openType: GesturePort['openType'];
  /** How long what happens in the view is on its way to the code. */
  toLogicMs(): number;
  now(): number;
  componentDefinition(path: string): Bag;
  createSelectorQuery(page: PageInstance, owner: ViewOwner): unknown;
  createIntersectionObserver(page: PageInstance, owner: ViewOwner, options: Bag): unknown;
  /** Rendered or scrolled: observers look again. */
  moved(page: PageInstance): void;
}

export interface PageOpening {
  readonly id: number;
  readonly path: string;
  readonly query: Record<string, string>;
  readonly config: Bag;
  readonly definition: Bag;
}

const DEFAULT_REACH_BOTTOM_PX = 50;

/** Creates a page's instance with its data and view; no life cycle is called yet. */
export function createPageInstance(parts: PageParts, opening: PageOpening): PageInstance {
  const { realm, reports } = parts;
  const { id, path, query, definition, config } = opening;
  const instance = realm.enter({} as Bag);
  Object.assign(instance, definition);
  const data = asViewData(definition.data ?? {}, realm) as Bag;
  let reachedBottom = false;

  const createComponent = (ownerId: string, componentPath: string): ComponentInstance =>
    createComponentInstance(
      {
        ...{ realm, reports, pageId: id },
        changed: (done) => view.changed(done),
        fire(component, type, detail, options) {
          const node = view.nodeOfOwner(component);
          if (node) gestures.dispatch(node, { type, detail, bubbles: Boolean(options.bubbles) });
        },
        selectComponent(component, selector) {
          const owner = view.componentByOwner(component);
          return owner ? selectComponents(selector, owner)[0] : null;
        },
        createSelectorQuery: (owner) => parts.createSelectorQuery(page, owner),
      },
      ownerId,
      componentPath,
      parts.componentDefinition(componentPath),
    );
  /** `load` of every picture whose address is new (image, 2026-11: bindload, 当图片载入完毕时触发); in a later turn, as on a phone. */
  const loadPictures = () => {
    for (const node of walk(view.tree())) {
      const src = node.tag === 'image' ? node.attributes.get('src') : undefined;
      if (src && node.state.seen.src !== src) {
        node.state.seen.src = src;
        setTimeout(() => {
          const now = view.isOpen() ? view.byElementId(node.state.elementId) : null;
          if (now?.attributes.get('src') === src) {
            callGuarded(() => gestures.dispatch(now, { type: 'load', detail: {}, bubbles: false }), reports);
          }
        });
      }
    }
  };
  const view = createPageView(
    {
      ...parts,
      createComponent,
      rendered: () => {
        parts.moved(page);
        loadPictures();
      },
    },
    { ownerId: `page-${id}`, callHandler: (name, event) => page.callHandler(name, event) },
    path,
    data,
  );
  const line = createEventLine(parts.activity, parts.toLogicMs);
  const keyboard = createKeyboard({
    find: (elementId) => (view.isOpen() ? view.byElementId(elementId) : null),
    dispatch: (node, event) => gestures.dispatch(node, event),
    toLogic: line.deliver,
    toView: (work) => parts.activity.later(work, parts.toViewMs()),
    changed: () => parts.activity.touch(),
  });
  const gestures = createGestures({
    keyboard,
    delivered: line.delivered,
    now: parts.now,
    layout: () => view.layout(),
    scrollTop: () => page.scrollTop,
    openType: parts.openType,
    whenIdle: parts.activity.whenIdle,
    report: reports.exception,
    changed: () => parts.activity.touch(),
    tapped: () => parts.activity.tapped(),
  });
  const instanceOf = (node: ViewNode) => (node.component as ComponentInstance | null)?.instance ?? null;
  const selectComponents = (selector: string, owner: ViewOwner | null) => {
    const root = view.tree();
    return selectAll(root, selector, owner ?? root.owner)
      .map(instanceOf)
      .filter(Boolean);
  };

  const setData = (patch: Bag, done?: unknown) => {
    applySetData(data, bagOf(patch), realm);
    reports.setData(path, patch);
    view.changed(isCallable(done) ? () => callGuarded(() => done.call(instance), reports) : null, { ...data });
  };

  const page: PageInstance = {
    ...{
      ownerId: `page-${id}`,
      id,
      path,
      query,
      config,
      instance,
      data,
      view,
      gestures,
      keyboard,
      scrollTop: 0,
      ready: false,
      setData,
    },
    callHandler(name, event) {
      const method = instance[name];
      if (!isCallable(method)) {
        reports.log('warn', [
          `Page "${path}" does not have a method "${name}" to handle event "${textOf(event.type)}".`,
        ]);
        return undefined;
      }
      parts.activity.touch();
      return callGuarded(() => method.call(instance, realm.enter(event)), reports);
    },
    life: (name, ...args) =>
      callIfPresent(
        instance,
        name,
        args.map((value) => realm.enter(value)),
        reports,
      ),
    scrollTo(top) {
      const { contentHeight } = view.layout();
      const { windowHeight } = parts.windowSize();
      const most = Math.max(0, contentHeight - windowHeight);
      const next = Math.min(Math.max(0, top), most);
      if (next === page.scrollTop) return;
      page.scrollTop = next;
      page.life('onPageScroll', { scrollTop: next });
      const distance = Number(config.onReachBottomDistance ?? DEFAULT_REACH_BOTTOM_PX);
      const atBottom = next >= most - distance;
      if (atBottom && !reachedBottom) page.life('onReachBottom');
      reachedBottom = atBottom;
      parts.moved(page);
    },
    close: (quietly) => view.close(quietly),
  };
  Object.assign(instance, {
    ...{ data, setData, route: path, __route__: path, is: path, options: realm.enter(query) },
    getPageId: () => String(id),
    selectComponent: (selector: unknown) => selectComponents(String(selector), null)[0] ?? null,
    selectAllComponents: (selector: unknown) => realm.enter(selectComponents(String(selector), null)),
    createSelectorQuery: () => parts.createSelectorQuery(page, view.tree().owner),
    createIntersectionObserver: (options: unknown) =>
      parts.createIntersectionObserver(page, view.tree().owner, bagOf(options)),
  });
  return page;
}
