import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildMiniapp } from '../build/build-miniapp';
import { freePort } from '../demo/free-port';
import { serveH5 } from '../demo/serve-h5';
import { openBrowser } from '../story/browser/open-browser';
import { ALL_PAGE_STATES } from './all-page-states';
import { contactSheet } from './contact-sheet';
import type { PageState, PageStates, Screen } from './page-states';
import { type Shot, type TakenShot, takePicture } from './take-picture';

const root = resolve(__dirname, '../..');
const FOLDER = join(root, 'test-output/screenshots');
/** Pictures taken at the same time: a page mostly waits. */
const AT_ONCE = 4;
/** Nothing listens there: every call of a picture is answered in the browser. */
const NO_BFF = 'http://127.0.0.1:9';

const screensOf = ({ screens }: PageStates, { name }: PageState): readonly Screen[] =>
  name === 'normal' ? [...screens, 'tablet'] : screens;

/** All shots, or those of the pages and states that are named (`applyForm`, `applyForm/normal`). */
function shotsOf(wanted: readonly string[]): Shot[] {
  const all = ALL_PAGE_STATES.flatMap((page) =>
    page.states.flatMap((state) =>
      screensOf(page, state)
        .filter((screen) => !state.screen || state.screen === screen)
        .map((screen) => ({ page, state, screen })),
    ),
  );
  return wanted.length === 0
    ? all
    : all.filter(({ page, state }) => wanted.includes(page.page) || wanted.includes(`${page.page}/${state.name}`));
}

async function takeAll(browser: Browser, origin: string, shots: readonly Shot[]): Promise<TakenShot[]> {
  const taken = new Array<TakenShot>(shots.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < shots.length; index = next++) {
      const shot = shots[index];
      if (shot) {
        taken[index] = await takePicture(browser, origin, FOLDER, shot);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return taken;
}

/**
 * `npm run screenshots [-- page[/state] …]`: a picture of every page in every state. Exits 1 when one has a fault.
 * With SCREENSHOTS_OF_LAST_BUILD=1 the build that is there is photographed, even if the source has changed since.
 */
async function main(wanted: readonly string[]): Promise<void> {
  const started = Date.now();
  const shots = shotsOf(wanted);
  if (!process.env.SCREENSHOTS_OF_LAST_BUILD) {
    await buildMiniapp(root, 'h5', (line) => console.log(line));
  }
  if (wanted.length === 0) {
    rmSync(FOLDER, { recursive: true, force: true });
  }
  mkdirSync(FOLDER, { recursive: true });
  const port = await freePort();
  // A copy: a build beside this one takes nothing away.
  const application = mkdtempSync(join(tmpdir(), 'screenshots-h5-'));
  cpSync(join(root, 'miniapp/dist/h5'), application, { recursive: true });
  const server = await serveH5(application, port, NO_BFF);
  const browser = await openBrowser();
  try {
    const taken = await takeAll(browser, `http://127.0.0.1:${port}`, shots);
    const faulty = taken.filter(({ faults }) => faults.length > 0);
    for (const { shot, faults } of faulty) {
      console.log(`${shot.page.page}/${shot.state.name} (${shot.screen})\n  ${[...new Set(faults)].join('\n  ')}`);
    }
    writeFileSync(join(FOLDER, wanted.length === 0 ? 'index.html' : 'some.html'), contactSheet(taken));
    const seconds = ((Date.now() - started) / 1000).toFixed(0);
    console.log(`${taken.length} pictures in ${seconds} s, ${faulty.length} with faults: ${FOLDER}/index.html`);
    process.exitCode = faulty.length > 0 ? 1 : 0;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    rmSync(application, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
