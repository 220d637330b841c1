import { type Bag, bagOf, type Callable, isBag, isCallable } from '../bag';
import type { AppRealm } from '../realm/app-realm';
import { NotInHost } from '../refusal';
import type { ViewOwner } from '../view/view-node';
import { callGuarded, type Reports } from './life';
import { applySetData, asViewData } from './set-data';

export interface ComponentHome {
  readonly realm: AppRealm;
  readonly reports: Reports;
  /** The view must be rendered again; `done` afterwards. */
  changed(done: Callable | null): void;
  /** Fires a custom event at the component's own element. */
  fire(ownerId: string, type: string, detail: unknown, options: Bag): void;
  selectComponent(ownerId: string, selector: string): unknown;
  createSelectorQuery(owner: ViewOwner): unknown;
  pageId: number;
}

/** One custom component on a page. */
export interface ComponentInstance extends ViewOwner {
  readonly path: string;
  readonly instance: Bag;
  readonly data: Bag;
  /** Takes over attributes that changed since last time. */
  updateProperties(attributes: ReadonlyMap<string, unknown>): void;
  life(name: 'attached' | 'ready' | 'detached'): void;
  setData(patch: Bag, done?: unknown): void;
}

const camel = (name: string): string => name.replace(/-([a-z])/g, (_all, letter: string) => letter.toUpperCase());

const EMPTY = new Map<unknown, unknown>([
  ['String', ''],
  ['Number', 0],
  ['Boolean', false],
  ['Array', []],
]);

const defaultOf = (declared: unknown): unknown => {
  const bag = isBag(declared) ? declared : { type: declared };
  return 'value' in bag ? bag.value : (EMPTY.get(isCallable(bag.type) ? bag.type.name : null) ?? null);
};

export function createComponentInstance(
  home: ComponentHome,
  ownerId: string,
  path: string,
  definition: Bag,
): ComponentInstance {
  const { realm, reports } = home;
  for (const feature of ['behaviors', 'relations']) {
    if (Object.keys(bagOf(definition[feature])).length > 0 || (definition[feature] as unknown[] | undefined)?.length) {
      throw new NotInHost(`${feature} of component ${path}`);
    }
  }
  const declared = bagOf(definition.properties);
  const data = realm.enter({} as Bag);
  for (const [name, property] of Object.entries(declared)) {
    data[name] = asViewData(defaultOf(property), realm);
  }
  Object.assign(data, asViewData(definition.data ?? {}, realm));
  const instance = realm.enter({} as Bag);
  const seen = new Map<string, unknown>();
  const lifetimes = bagOf(definition.lifetimes);

  const observe = (changed: Set<string>) => {
    for (const [names, observer] of Object.entries(bagOf(definition.observers))) {
      const fields = names.split(',').map((name) => name.trim().replace(/\.\*\*$/, ''));
      const hit = fields.some((field) => field === '**' || changed.has(field.split(/[.[]/)[0] ?? ''));
      if (hit && isCallable(observer)) {
        callGuarded(
          () =>
            observer.apply(
              instance,
              fields.map((field) => data[field]),
            ),
          reports,
        );
      }
    }
    for (const name of changed) {
      const { observer } = bagOf(declared[name]);
      const method = typeof observer === 'string' ? instance[observer] : observer;
      if (isCallable(method)) {
        callGuarded(() => method.call(instance, data[name]), reports);
      }
    }
  };
  const setData = (patch: Bag, done?: unknown) => {
    observe(applySetData(data, bagOf(patch), realm));
    home.reports.setData(path, patch);
    home.changed(isCallable(done) ? () => done.call(instance) : null);
  };
  const life = (name: string) => {
    const method = lifetimes[name] ?? definition[name];
    if (isCallable(method)) {
      callGuarded(() => method.call(instance), reports);
    }
  };

  const component: ComponentInstance = {
    ownerId,
    path,
    instance,
    data,
    callHandler(name, event) {
      const method = instance[name];
      if (!isCallable(method)) {
        home.reports.log('warn', [
          `Component "${path}" does not have a method "${name}" to handle event "${event.type}".`,
        ]);
        return undefined;
      }
      return callGuarded(() => method.call(instance, realm.enter(event)), reports);
    },
    updateProperties(attributes) {
      const changed = new Set<string>();
      for (const [attribute, value] of attributes) {
        const name = camel(attribute);
        if (name in declared && !(seen.has(name) && Object.is(seen.get(name), value))) {
          seen.set(name, value);
          data[name] = value;
          changed.add(name);
        }
      }
      instance.id = attributes.get('id') ?? '';
      if (changed.size > 0) {
        observe(changed);
      }
    },
    life,
    setData,
  };
  Object.assign(instance, bagOf(definition.methods), {
    is: path,
    data,
    properties: data,
    setData,
    triggerEvent: (type: unknown, detail: unknown, options: unknown) =>
      home.fire(ownerId, String(type), detail ?? realm.enter({}), bagOf(options)),
    selectComponent: (selector: unknown) => home.selectComponent(ownerId, String(selector)),
    createSelectorQuery: () => home.createSelectorQuery(component),
    getPageId: () => String(home.pageId),
  });
  life('created');
  return component;
}
