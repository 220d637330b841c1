import { describePage } from '../app/page-stack';
import { type Bag, bagOf, type Callable, isCallable, textOf } from '../bag';
import type { Host } from '../host';
import { NotInHost } from '../refusal';
import { WxFailure } from '../wx/wx-failure';
import { asyncMethod } from '../wx/wx-method';
import type { Domain, Session } from './session';

const withoutFunctions = (value: unknown): unknown =>
  value === undefined ? undefined : (JSON.parse(JSON.stringify(value) ?? 'null') as unknown);

/** Methods that answer at once although their name does not end in `Sync`. */
const AT_ONCE =
  /Sync$|^(get(WindowInfo|DeviceInfo|AppBaseInfo|MenuButtonBoundingClientRect)|canIUse|create[A-Z]\w+|nextTick|on[A-Z]|off[A-Z])/;

async function callWx(host: Host, name: string, args: unknown[]): Promise<unknown> {
  const { realm, activity } = host.running();
  const method = host.running().realm.globals.wx as Bag;
  const work = method[name];
  if (!isCallable(work)) throw new Error(`wx.${name} not exists`);
  const entered = args.map((argument) => realm.enter(argument));
  if (AT_ONCE.test(name)) return withoutFunctions(work(...entered));
  const outcome = await new Promise((resolve, reject) => {
    const options = {
      ...bagOf(entered[0]),
      success: resolve,
      fail: (error: unknown) => reject(new Error(textOf(bagOf(error).errMsg))),
    };
    work(realm.enter(options), ...entered.slice(1));
  });
  await activity.whenIdle();
  return withoutFunctions(outcome);
}

/** A mocked answer that says `…:fail …` goes to `fail`. */
const failureFrom = ({ errMsg, ...fields }: Bag): WxFailure =>
  new WxFailure(textOf(errMsg).replace(/^.*?:fail\s*/, ''), fields);

/** The app's function from its text, as `evaluate` and `mockWxMethod` send it. */
function functionOf(host: Host, declaration: string): Callable {
  const { realm } = host.running();
  const made = realm.compile(`return (${declaration});`, [])();
  if (!isCallable(made)) throw new Error('functionDeclaration is not a function');
  return made;
}

function mockWx(host: Host, params: Bag): void {
  const name = textOf(params.method);
  if (!('result' in params) && !('functionDeclaration' in params)) {
    host.wx().restore(name);
    return;
  }
  const { realm } = host.running();
  const original = host.wx().original(name);
  const extra = ((params.args ?? []) as unknown[]).map((argument) => realm.enter(argument));
  const replacement: Callable =
    'functionDeclaration' in params
      ? functionOf(host, textOf(params.functionDeclaration))
      : () => realm.enter(params.result);
  const answer = (given: unknown[]) => replacement.apply({ origin: original }, [...given, ...extra]);
  if (AT_ONCE.test(name)) {
    host.wx().mock(name, (...given) => answer(given));
    return;
  }
  host.wx().mock(name, (given) => {
    const options = bagOf(given);
    const callbacks = { success: options.success, fail: options.fail, complete: options.complete };
    // `this.origin(options)` inside the replacement sets its own callbacks on the options.
    const result = Promise.resolve(answer([options]));
    const deliver = asyncMethod(host.wxContext(), name, async () => {
      const value = bagOf(await result);
      if (/:fail/.test(textOf(value.errMsg))) throw failureFrom(value);
      return value;
    });
    return deliver(callbacks);
  });
}

/** App.*: pages, wx, code in the app, its log. */
export function appDomain(host: Host, session: Session): Domain {
  return {
    getPageStack: () => ({ pageStack: host.running().pages.pages().map(describePage) }),
    getCurrentPage() {
      const page = host.running().pages.top();
      if (!page) throw new Error('no page');
      return describePage(page);
    },
    callWxMethod: async (params) => {
      refusePlugins(params);
      return { result: await callWx(host, textOf(params.method), (params.args ?? []) as unknown[]) };
    },
    mockWxMethod: (params) => {
      refusePlugins(params);
      mockWx(host, params);
      return {};
    },
    async callFunction(params) {
      const { realm, activity } = host.running();
      const args = ((params.args ?? []) as unknown[]).map((argument) => realm.enter(argument));
      const result = await functionOf(host, textOf(params.functionDeclaration))(...args);
      await activity.whenIdle();
      return { result: withoutFunctions(result) };
    },
    addBinding(params) {
      const name = textOf(params.name);
      host.running().realm.globals[name] = (...args: unknown[]) =>
        session.send('App.bindingCalled', { name, args: withoutFunctions(args) });
      return {};
    },
    enableLog() {
      session.logEnabled = true;
      return {};
    },
    exit() {
      host.kill();
      return {};
    },
    captureScreenshot() {
      throw new NotInHost('App.captureScreenshot', 'nothing is painted in the headless host');
    },
  };
}

function refusePlugins(params: Bag): void {
  if (params.pluginId !== undefined) throw new NotInHost('plugins');
}
