import { DESK, openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { useH5 } from './h5-world';

const REMEMBER_REFUSALS = `
  globalThis.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.push([event.effectiveDirective, event.blockedURI, event.sourceFile].join(' '));
  });
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
