import { existsSync } from 'node:fs';
import path from 'node:path';
import { pagePath, pageUrl, ROUTES, type RouteName, routeLists } from './routes';

const names = Object.keys(ROUTES) as RouteName[];

describe('the list of pages', () => {
  it('has a file for every page, with its configuration beside it', () => {
    const missing = names.filter(
      (name) =>
        !existsSync(path.join(__dirname, `${pagePath(name)}.tsx`)) ||
        !existsSync(path.join(__dirname, `${pagePath(name)}.config.ts`)),
    );
    expect(missing).toEqual([]);
  });

  it('puts every page into exactly one package and the tabs into the main one', () => {
    const listed = [
      ...routeLists.pages,
      ...routeLists.subPackages.flatMap((part) => part.pages.map((page) => `${part.root}/${page}`)),
    ];
    expect(listed.sort()).toEqual(names.map(pagePath).sort());
    expect(routeLists.tabs.map((entry) => entry.text)).toEqual(['首页', '申请', '我的']);
    expect(routeLists.pages).toEqual(expect.arrayContaining(routeLists.tabs.map((entry) => entry.pagePath)));
  });

  it('encodes parameters and leaves absent ones out', () => {
    expect(pageUrl('order', { orderId: 'a&b' })).toBe('/pages/order/index?orderId=a%26b');
    expect(pageUrl('applyStart', { projectId: undefined })).toBe('/subpackages/apply/pages/start/index');
    expect(pageUrl('home')).toBe('/pages/home/index');
  });
});
