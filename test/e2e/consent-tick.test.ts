import { openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { useH5 } from './h5-world';

describe('the consent on the sign-in page', () => {
  const h5 = useH5();

  it('is ticked by a finger in the middle of its row, and its terms open by the link below', async () => {
    const { page, context, problems } = await openPage(h5.browser, PHONE);
    await page.goto(`${h5.origin}/#/pages/sign-in/index`);
    const tick = page.locator('[role=checkbox]').first();
    await tick.waitFor();
    const row = (await tick.boundingBox())!;
    const tapRow = (x: number) => page.touchscreen.tap(row.x + row.width * x, row.y + row.height / 2);
    for (const [x, ticked] of [
      [0.5, 'true'],
      [0.2, 'false'],
      [0.95, 'true'],
    ] as const) {
      await tapRow(x);
      await page.locator(`[role=checkbox][aria-checked=${ticked}]`).first().waitFor();
      expect(page.url()).toContain('pages/sign-in/index');
    }
    const link = page.locator('[role=link]', { hasText: '查看《服务协议与隐私政策》' }).first();
    const place = (await link.boundingBox())!;
    expect(place.y).toBeGreaterThanOrEqual(row.y + row.height);
    expect(Math.round(place.height)).toBeGreaterThanOrEqual(44);
    await link.tap();
    await page.waitForURL(/pages\/terms\/index/);
    expect(problems).toEqual([]);
    await context.close();
  });
});
