import type { Bag } from '../bag';
import { bagOf, isCallable } from '../bag';
import type { WxContext } from './wx-context';

const addressOf = (path: string, query: Record<string, string>): string => {
  const search = new URLSearchParams(query).toString();
  return `/${path}${search && `?${search}`}`;
};

/** The page on top is pulled down, by hand or by the app. @returns whether it gives way: its configuration must say so */
export function pullDown({ running, refreshing }: WxContext): boolean {
  const page = running.pages.top();
  if (!page?.config.enablePullDownRefresh) return false;
  refreshing.add(page.id);
  page.life('onPullDownRefresh');
  return true;
}

/**
 * 转发 in WeChat's own menu. @returns the card that goes into the chat; null where the item is grey, for the page has no
 * onShareAppMessage. What the page leaves out is filled in as documented: the address of the page with its parameters, the
 * name of the mini-program.
 */
export function shareFromMenu({ running, phone }: WxContext): Bag | null {
  const page = running.pages.top();
  if (!page || !isCallable(page.instance.onShareAppMessage)) return null;
  const said = bagOf(page.life('onShareAppMessage', { from: 'menu' }));
  const card = { title: 'the mini-program', path: addressOf(page.path, page.query), ...said };
  phone.acts.push({ kind: 'share', detail: card });
  return card;
}
