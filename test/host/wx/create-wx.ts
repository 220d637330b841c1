import { type Bag, type Callable, isCallable } from '../bag';
import { USER_DATA_PATH } from '../phone/file-store';
import { NotInHost } from '../refusal';
import { accountMethods } from './account-methods';
import { deviceMethods } from './device-methods';
import documentedNames from './documented-names.json';
import { fileMethods } from './file-methods';
import { mediaMethods } from './media-methods';
import { networkMethods } from './network-methods';
import type { Gates } from './permission-methods';
import { permissionMethods } from './permission-methods';
import { personMethods } from './person-methods';
import { screenMethods } from './screen-methods';
import { storageMethods } from './storage-methods';
import type { WxContext } from './wx-context';

/** Methods made with the running app itself, listed in the table as well. */
export interface ViewMethods {
  readonly createSelectorQuery: Callable;
  readonly createIntersectionObserver: Callable;
}

export interface HostWx {
  /** What the app sees as `wx`; plain and writable, as WeChat's. */
  readonly wx: Bag;
  /** Replaces a method by another until it is given back. @throws Error for what WeChat does not have */
  mock(name: string, replacement: Callable): void;
  restore(name: string): void;
  original(name: string): Callable;
}

/**
 * The global `wx` of one run. Documented methods that the host does not have are there, as in WeChat, and throw their
 * name when they are called.
 */
export function createWx(context: WxContext, gates: Gates, view: ViewMethods): HostWx {
  const methods: Record<string, Callable> = {
    ...networkMethods(context),
    ...accountMethods(context),
    ...storageMethods(context),
    ...permissionMethods(context, gates),
    ...mediaMethods(context, gates),
    ...fileMethods(context),
    ...personMethods(context, gates),
    ...screenMethods(context),
    ...deviceMethods(context),
    ...view,
  };
  const wx: Bag = {};
  for (const name of documentedNames) {
    wx[name] = () => {
      throw new NotInHost(`wx.${name}`);
    };
  }
  Object.assign(wx, methods, { env: context.running.realm.enter({ USER_DATA_PATH }) });
  const originals = new Map<string, Callable>();
  const original = (name: string): Callable => {
    const found = originals.get(name) ?? wx[name];
    if (!isCallable(found)) throw new Error(`wx.${name} does not exist`);
    return found;
  };
  return {
    wx,
    original,
    mock(name, replacement) {
      originals.set(name, original(name));
      wx[name] = replacement;
    },
    restore(name) {
      const found = originals.get(name);
      if (found) wx[name] = found;
      originals.delete(name);
    },
  };
}
