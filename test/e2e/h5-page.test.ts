import { DESK, openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { useH5 } from './h5-world';

const REMEMBER_REFUSALS = `
  globalThis.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.push([event.effectiveDirective, event.blockedURI, event.sourceFile].join(' '));
  });
`;

/** As a camera does that cannot be opened, and who is quick. */
const BACK_AT_ONCE = `
  new MutationObserver(() => {
    const { dataset } = document.documentElement;
    if (!dataset.wentBack && document.querySelectorAll('.taro_page').length > 1) {
      dataset.wentBack = 'yes';
      history.back();
    }
  }).observe(document.body, { childList: true, subtree: true });
`;

/** As on a phone that has much to do: what waits for its turn gets it later. */
const BUSY = `
  const soon = window.setTimeout.bind(window);
  window.setTimeout = (work, ms = 0, ...given) => soon(work, ms + 50, ...given);
`;

describe('the H5 page under its content security policy', () => {
  const h5 = useH5();

  it.each([
    ['for applicants', '/', PHONE],
    ['for staff', '/#/subpackages/staff/pages/sign-in/index', DESK],
  ])('boots %s, and the policy refuses nothing that it does', async (_title, path, viewport) => {
    const { page, context, problems } = await openPage(h5.browser, viewport);
    await page.addInitScript(REMEMBER_REFUSALS);
    await page.goto(`${h5.origin}${path}`);
    await page.locator('.taro_page').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect((await page.locator('.taro_page').first().textContent())?.trim()).not.toBe('');
    expect(await page.evaluate('refused')).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('shows grey places while nothing is drawn yet, and stays light on a dark phone', async () => {
    const { page, context } = await openPage(h5.browser, PHONE);
    const before = 'getComputedStyle(document.getElementById("app"), "::before")';
    await page.emulateMedia({ colorScheme: 'dark' });
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    await page.route('**/*.js', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${h5.origin}/`, { waitUntil: 'commit' });
    await page.evaluate(`new Promise((seen) => {
      const look = () => (${before}.content !== 'none' && ${before}.opacity === '1' ? seen() : requestAnimationFrame(look));
      look();
    })`);
    expect(await page.evaluate(`${before}.backgroundColor`)).toBe('rgb(227, 232, 239)');
    goOn();
    await page.locator('.taro_page').first().waitFor();
    expect(await page.evaluate(`${before}.content`)).toBe('none');
    // A canvas of the browser's own is white in a light page and black in a dark one.
    const ground =
      'document.body.append(Object.assign(document.createElement("i"), { id: "ground", style: "background: Canvas" }))';
    await page.evaluate(ground);
    expect(await page.evaluate('getComputedStyle(document.getElementById("ground")).backgroundColor')).toBe(
      'rgb(255, 255, 255)',
    );
    await context.close();
  });

  it.each([
    ['a quick', ''],
    ['a busy', BUSY],
  ])(
    'shows the page below again when Back comes as soon as another one is there, on %s phone',
    async (_phone, script) => {
      const { page, context } = await openPage(h5.browser, PHONE);
      await page.clock.install();
      await page.addInitScript(script);
      await page.goto(`${h5.origin}/`);
      const start = page.getByRole('button', { name: '登录后开始申请' });
      await start.waitFor();
      await page.evaluate(BACK_AT_ONCE);
      await start.click();
      await page.locator('html[data-went-back]').waitFor();
      // Whatever moves is over.
      await page.clock.runFor(5000);
      await page.locator('.taro_page').nth(1).waitFor({ state: 'detached' });
      await page.clock.runFor(5000);
      expect(await start.isVisible()).toBe(true);
      await context.close();
    },
  );

  it('refuses a script that somebody gets into the page', async () => {
    const { page, context, problems } = await openPage(h5.browser, PHONE);
    await page.goto(`${h5.origin}/`);
    await page.locator('.taro_page').first().waitFor();
    await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'globalThis.smuggled = true';
      document.head.append(script);
    `);
    expect(await page.evaluate('globalThis.smuggled')).toBeUndefined();
    expect(problems.join()).toContain('Content Security Policy');
    await context.close();
  });
});
