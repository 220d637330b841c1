import type { BrowserContext, Page } from 'playwright-core';
import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import { DESK, openPage } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { signInToDesk } from '../../scripts/story/browser/staff-walk';
import { useH5 } from './h5-world';

const STORED = "JSON.parse(localStorage.getItem('staff-session') ?? '{}').data ?? null";

interface Stored {
  readonly accessToken: string;
  readonly refreshToken?: string;
}

const storedOn = (page: Page): Promise<Stored | null> => page.evaluate<Stored | null>(STORED);

/** As if a quarter of an hour had gone by: the next call must refresh. */
const ageAccessToken = (page: Page, refreshToken?: string): Promise<void> =>
  page.evaluate(`
    const item = JSON.parse(localStorage.getItem('staff-session'));
    item.data.accessToken += 'x';
    item.data.refreshToken = ${JSON.stringify(refreshToken)};
    localStorage.setItem('staff-session', JSON.stringify(item));
  `);

/** Opens the page at `url` and waits until the API has answered the queue, after a refresh if need be. */
const openQueue = (page: Page, url: string): Promise<unknown> =>
  Promise.all([
    page.waitForResponse((answer) => answer.url().includes('/api/staff/orders') && answer.status() === 200),
    page.url() === url ? page.reload() : page.goto(url),
  ]);

describe('a session of staff in a browser', () => {
  const h5 = useH5();
  let context: BrowserContext;
  let page: Page;

  const cookieOf = async () => (await context.cookies(`${h5.origin}/api/staff/sessions/refresh`))[0];

  beforeEach(async () => {
    ({ context, page } = await openPage(h5.browser, DESK));
    await signInToDesk({
      hands: handsOn(page),
      origin: h5.origin,
      username: DEMO_STAFF.username,
      password: h5.system.staffPassword,
      orderNumber: '',
      station: async () => undefined,
    });
  });

  afterEach(() => context.close());

  it('has its refresh token in a cookie that scripts do not see', async () => {
    expect(Object.keys((await storedOn(page))!).sort()).toEqual(['accessToken', 'accessTokenExpiresAt']);
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(await cookieOf()).toMatchObject({ name: 'staff-refresh', httpOnly: true, sameSite: 'Strict' });
    expect(await context.cookies(`${h5.origin}/api/staff/orders`)).toEqual([]);
  });

  it('goes on after a reload, refreshed with the cookie, and in a second tab', async () => {
    const [before, cookie] = [await storedOn(page), await cookieOf()];
    await ageAccessToken(page);
    await openQueue(page, page.url());
    const after = await storedOn(page);
    expect(Object.keys(after!).sort()).toEqual(['accessToken', 'accessTokenExpiresAt']);
    expect(after!.accessToken).not.toBe(`${before!.accessToken}x`);
    expect((await cookieOf())!.value).not.toBe(cookie!.value);
    await ageAccessToken(page);
    const second = await context.newPage();
    await Promise.all([openQueue(page, page.url()), openQueue(second, page.url())]);
    expect(await storedOn(second)).not.toHaveProperty('refreshToken');
  });

  it('of an older version, with its token in the storage, moves to the cookie', async () => {
    const token = (await cookieOf())!.value;
    await context.clearCookies();
    await ageAccessToken(page, token);
    await openQueue(page, page.url());
    expect(await storedOn(page)).not.toHaveProperty('refreshToken');
    expect((await cookieOf())!.value).not.toBe(token);
  });

  it('ends by signing out: nothing is stored, and no cookie is left', async () => {
    await handsOn(page).tap('退出登录');
    await page.locator('input[aria-label="密码"]').locator('visible=true').first().waitFor();
    expect(await storedOn(page)).toBeNull();
    expect(await cookieOf()).toBeUndefined();
  });
});
