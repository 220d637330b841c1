import Taro from '@tarojs/taro';
import { pagePath, pageUrl, ROUTES, type Route, type RouteName, type RouteParams } from '../routes';

type ParamsArgument<Name extends RouteName> =
  object extends RouteParams<Name> ? [params?: RouteParams<Name>] : [params: RouteParams<Name>];

const isTab = (name: RouteName): boolean => (ROUTES[name] as Route).tab;

/** Moves that are under way, by what they do: a second tap before the page has changed must not open it twice. */
const underWay = new Map<string, Promise<void>>();

function once(key: string, move: () => Promise<unknown>): Promise<void> {
  const running = underWay.get(key);
  if (running) return running;
  const started = move()
    .then(() => undefined)
    .finally(() => underWay.delete(key));
  underWay.set(key, started);
  return started;
}

/** Opens a page on top of the current one; tab pages are switched to. */
export async function navigateTo<Name extends RouteName>(name: Name, ...[params]: ParamsArgument<Name>): Promise<void> {
  const url = pageUrl(name, params);
  await once(`to ${url}`, () => (isTab(name) ? Taro.switchTab({ url }) : Taro.navigateTo({ url })));
}

/** Opens a page in place of the current one, e.g. the next step of an application. */
export async function redirectTo<Name extends RouteName>(name: Name, ...[params]: ParamsArgument<Name>): Promise<void> {
  const url = pageUrl(name, params);
  await once(`redirect ${url}`, () => (isTab(name) ? Taro.switchTab({ url }) : Taro.redirectTo({ url })));
}

/** Opens a page with none below it. */
export async function reopen<Name extends RouteName>(name: Name, ...[params]: ParamsArgument<Name>): Promise<void> {
  const url = pageUrl(name, params);
  await once(`reopen ${url}`, () => Taro.reLaunch({ url }));
}

/** One page back; `home` when this page was opened directly (a link, a scanned code, a reload). */
export async function navigateBack(fallback: RouteName = 'home'): Promise<void> {
  if (Taro.getCurrentPages().length > 1) {
    await once('back', () => Taro.navigateBack());
    return;
  }
  const url = pageUrl(fallback);
  await (isTab(fallback) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }));
}

/** Several pages back at once. */
export const navigateBackBy = (delta: number): Promise<void> => once('back', () => Taro.navigateBack({ delta }));

const routeNames = Object.keys(ROUTES) as RouteName[];
const routeOf = (path: string): RouteName | null =>
  routeNames.find((name) => pagePath(name) === path.replace(/^\//, '').split('?')[0]) ?? null;

/** A page of the stack: which one it is, and of which order. */
export interface OpenPage {
  readonly route: RouteName | null;
  readonly orderId: string | null;
}

/** The open pages, the lowest first. */
export const openPages = (): OpenPage[] =>
  Taro.getCurrentPages().map((page) => {
    // The parameters of a page are `options` in WeChat and `$taroParams` in a browser.
    const { orderId } = { ...page.$taroParams, ...page.options } as Readonly<Record<string, unknown>>;
    return { route: routeOf(page.route ?? ''), orderId: typeof orderId === 'string' ? orderId : null };
  });
