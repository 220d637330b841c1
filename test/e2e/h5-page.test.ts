import type { Server } from 'node:http';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { freePort } from '../../scripts/demo/free-port';
import { serveH5 } from '../../scripts/demo/serve-h5';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { DESK, openBrowser, openPage, PHONE } from '../../scripts/story/browser/open-browser';

jest.setTimeout(120_000);

const H5_BUILD = resolve(__dirname, '../../miniapp/dist/h5');

const REMEMBER_REFUSALS = `
  globalThis.refused = [];
  document.addEventListener('securitypolicyviolation', (event) => {
    refused.push([event.effectiveDirective, event.blockedURI, event.sourceFile].join(' '));
  });
`;

describe('the H5 page under its content security policy', () => {
  let system: DemoSystem;
  let server: Server;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    system = await startDemoSystem();
    const port = await freePort();
    server = await serveH5(H5_BUILD, port, system.origin);
    origin = `http://127.0.0.1:${port}`;
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
    await system?.stop();
  });

  it.each([
    ['for applicants', '/', PHONE],
    ['for staff', '/#/subpackages/staff/pages/sign-in/index', DESK],
  ])('boots %s, and the policy refuses nothing that it does', async (_title, path, viewport) => {
    const { page, context, problems } = await openPage(browser, viewport);
    await page.addInitScript(REMEMBER_REFUSALS);
    await page.goto(`${origin}${path}`);
    await page.locator('.taro_page').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect((await page.locator('.taro_page').first().textContent())?.trim()).not.toBe('');
    expect(await page.evaluate('refused')).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it('refuses a script that somebody gets into the page', async () => {
    const { page, context, problems } = await openPage(browser, PHONE);
    await page.goto(`${origin}/`);
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
