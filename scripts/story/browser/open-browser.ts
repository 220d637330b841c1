import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const EXECUTABLES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Flags for a headless run in a container, without anything that calls home; a fake camera for photo pages. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** The system's Chromium. @throws Error that says what to install */
export function openBrowser(): Promise<Browser> {
  const executablePath = EXECUTABLES.find((path) => existsSync(path));
  if (!executablePath) {
    throw new Error('Chromium is needed: apt-get install chromium');
  }
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}

/** Ends what hangs: a machine that is busy with other tests takes its time, and that is no fault of the page. */
const PATIENCE_MS = 120_000;

export const PHONE = { width: 375, height: 812 } as const;
/** A tablet on its side, a window of a PC. */
export const TABLET = { width: 1024, height: 768 } as const;
export const DESK = { width: 1440, height: 900 } as const;

/** A page of a person's own browser: nothing is shared between two of them. Errors of the page end up in `problems`. */
export async function openPage(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<{ page: Page; context: BrowserContext; problems: string[] }> {
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    hasTouch: viewport.width <= TABLET.width,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') {
      problems.push(message.text());
    }
  });
  return { page, context, problems };
}
