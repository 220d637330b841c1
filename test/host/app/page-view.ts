import { type Bag, type Callable, textOf } from '../bag';
import { layOut, type PageLayout, type WindowSize } from '../view/layout';
import type { StyleSheet } from '../view/read-styles';
import { type RenderedComponent, renderWxml } from '../view/render-wxml';
import { type ElementState, type ViewNode, type ViewOwner, walk } from '../view/view-node';
import type { Expressions } from '../wxml/expression';
import type { WxmlFile } from '../wxml/wxml-file';
import type { Activity } from './activity';
import type { ComponentInstance } from './component-instance';
import { callGuarded, type Reports } from './life';

export interface PageViewParts {
  readonly expressions: Expressions;
  readonly wxml: (name: string) => WxmlFile;
  readonly activity: Activity;
  readonly reports: Reports;
  readonly styles: StyleSheet;
  /** The custom component that `tag` means in a page's or component's file; null = built in. */
  componentPath(ownerPath: string, tag: string): string | null;
  createComponent(ownerId: string, path: string): ComponentInstance;
  windowSize(): WindowSize;
  /** How long data is on its way from the code to the view. */
  toViewMs(): number;
  /** After each rendering. */
  rendered(): void;
}

/** A page's view: rendered from data on demand, with what elements keep in between. */
export interface PageView {
  tree(): ViewNode;
  layout(): PageLayout;
  /**
   * Renders in a later turn, then calls `done`. `arriving`: data that the view does not know before then; absent when
   * something changed that the view knows itself.
   */
  changed(done: Callable | null, arriving?: Bag): void;
  byElementId(id: string): ViewNode | null;
  isOpen(): boolean;
  componentByOwner(ownerId: string): ComponentInstance | null;
  /** By the `this` of a component's methods. */
  componentByInstance(instance: unknown): ComponentInstance | null;
  nodeOfOwner(ownerId: string): ViewNode | null;
  /** Nothing is rendered any more. `quietly`: components are not told, as when the app is killed. */
  close(quietly: boolean): void;
}

/** Attributes whose change overwrites what a person did to the element. */
const FORM_ATTRIBUTES = ['value', 'checked', 'scroll-top', 'scroll-left'] as const;
const MOST_PASSES = 50;

export function createPageView(parts: PageViewParts, page: ViewOwner, path: string, data: Bag): PageView {
  const states = new Map<string, ElementState>();
  const components = new Map<string, ComponentInstance>();
  let used = new Set<string>();
  let dirty = true;
  let closed = false;
  /** What the view knows: the data that arrived last. */
  let shown: Bag = { ...data };
  /** What goes to the view next; a `setData` joins one of the same turn. */
  let parcel: { data: Bag | null; readonly done: Callable[] } | null = null;
  let tree: ViewNode | null = null;
  let layout: PageLayout | null = null;
  let lastElement = 0;

  const stateOf = (key: string, _tag: string, attributes: ReadonlyMap<string, unknown>): ElementState => {
    used.add(key);
    let state = states.get(key);
    if (!state) {
      lastElement += 1;
      state = { elementId: `${page.ownerId}-${lastElement}`, scrollTop: 0, scrollLeft: 0, seen: {} };
      states.set(key, state);
    }
    for (const name of FORM_ATTRIBUTES) {
      const value = attributes.get(name);
      if (attributes.has(name) && !Object.is(state.seen[name], value)) {
        state.seen[name] = value;
        if (name === 'value') {
          // Whatever was typed is overwritten, and the caret goes to the end: as on a phone.
          state.value = value;
          state.caret = textOf(value).length;
        } else if (name === 'checked') state.checked = Boolean(value);
        else state[name === 'scroll-top' ? 'scrollTop' : 'scrollLeft'] = Number(value) || 0;
      }
    }
    return state;
  };

  const fresh: ComponentInstance[] = [];
  const component = (
    owner: ViewOwner,
    key: string,
    tag: string,
    attributes: ReadonlyMap<string, unknown>,
  ): RenderedComponent | null => {
    const ownerPath = owner === page ? path : ((owner as ComponentInstance).path ?? path);
    const componentPath = parts.componentPath(ownerPath, tag);
    if (componentPath === null) {
      return null;
    }
    let instance = components.get(key);
    if (instance?.path !== componentPath) {
      instance?.life('detached');
      instance = parts.createComponent(`${page.ownerId}:${key}`, componentPath);
      components.set(key, instance);
      fresh.push(instance);
    }
    instance.updateProperties(attributes);
    return { owner: instance, file: parts.wxml(`${componentPath}.wxml`), data: instance.data };
  };

  const renderOnce = () => {
    dirty = false;
    used = new Set();
    tree = renderWxml({ expressions: parts.expressions, stateOf, component }, parts.wxml(`${path}.wxml`), page, shown);
    layout = null;
    for (const key of [...states.keys()].filter((known) => !used.has(known))) {
      states.delete(key);
    }
    for (const [key, gone] of [...components].filter(([known]) => !used.has(known))) {
      components.delete(key);
      gone.life('detached');
    }
    const attached = fresh.splice(0);
    for (const instance of attached) instance.life('attached');
    for (const instance of attached) instance.life('ready');
  };

  const render = (): ViewNode => {
    for (let pass = 0; dirty && !closed; pass += 1) {
      if (pass > MOST_PASSES) {
        throw new Error(`${path}: rendering does not come to rest`);
      }
      renderOnce();
    }
    if (!tree) {
      throw new Error(`${path}: the page is closed`);
    }
    return tree;
  };

  const arrive = ({ data: arrived, done }: NonNullable<typeof parcel>) => {
    callGuarded(() => {
      if (!closed) {
        if (arrived) shown = arrived;
        dirty = true;
        render();
        parts.rendered();
      }
    }, parts.reports);
    for (const work of done) {
      callGuarded(work, parts.reports);
    }
  };

  return {
    tree: render,
    isOpen: () => !closed,
    layout() {
      const root = render();
      layout ??= layOut(root, parts.styles, parts.windowSize());
      return layout;
    },
    changed(done, arriving) {
      parts.activity.touch();
      if (!arriving) dirty = true;
      const ms = parts.toViewMs();
      if (!parcel || ms > 0) {
        const next: NonNullable<typeof parcel> = { data: null, done: [] };
        parcel = next;
        parts.activity.later(() => {
          if (parcel === next) parcel = null;
          arrive(next);
        }, ms);
      }
      if (arriving) parcel.data = arriving;
      if (done) parcel.done.push(done);
    },
    byElementId: (id) => [...walk(render())].find((node) => node.state.elementId === id) ?? null,
    componentByOwner: (ownerId) => [...components.values()].find((instance) => instance.ownerId === ownerId) ?? null,
    componentByInstance: (wanted) => [...components.values()].find(({ instance }) => instance === wanted) ?? null,
    nodeOfOwner: (ownerId) => [...walk(render())].find((node) => node.component?.ownerId === ownerId) ?? null,
    close(quietly) {
      closed = true;
      for (const instance of quietly ? [] : components.values()) instance.life('detached');
      components.clear();
    },
  };
}
