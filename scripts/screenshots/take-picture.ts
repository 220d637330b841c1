import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DESK, openPage, PHONE, TABLET } from '../story/browser/open-browser';
import { handsOn } from '../story/browser/page-hands';
import { answerAgent } from './answers/answer-agent';
import { answerRequests } from './answers/answer-requests';
import { lookFaults } from './checks/look-faults';
import { contentHeight, measurePage } from './checks/measure-page';
import { TOKENS } from './fixtures/accounts';
import { NOW } from './fixtures/moments';
import type { PageState, PageStates, Proof, Screen, Viewer } from './page-states';

/** One picture to take. */
export interface Shot {
  readonly page: PageStates;
  readonly state: PageState;
  readonly screen: Screen;
}

export interface TakenShot {
  readonly shot: Shot;
  /** Below the folder of the pictures; the second, where there is one, shows what lies below the screen too. */
  readonly files: readonly string[];
  readonly faults: readonly string[];
}

const PROOF_TIMEOUT_MS = 10_000;
/** Longer than any movement of the program or of Taro's own dialogues. */
const SETTLE_MS = 300;
const ACTIONS_TIMEOUT_MS = 10_000;
/** Chromium says this about every refused or lost request; the page itself did nothing wrong. */
const BROWSERS_OWN_WORDS = /^Failed to load resource/;

const viewportOf = ({ screen, state }: Shot) => {
  if (screen !== 'phone') {
    return screen === 'desk' ? DESK : TABLET;
  }
  return state.landscape ? { width: PHONE.height, height: PHONE.width } : PHONE;
};

/** A tablet is touched, the desk on it is as dense as at a PC. */
const handOf = ({ page, screen }: Shot): 'phone' | 'desk' =>
  screen !== 'phone' && page.screens.includes('desk') ? 'desk' : 'phone';

const SESSION_KEYS: Record<Viewer, readonly string[]> = {
  applicant: ['applicant-session'],
  staff: ['staff-session'],
  nobody: [],
};

/** Puts into the device's storage what is there before the page opens; Taro wraps every value in `data`. */
function storingScript({ page, state }: Shot): string {
  const sessions = SESSION_KEYS[state.as ?? page.as].map((key): [string, unknown] => [key, TOKENS]);
  const largeType: [string, unknown][] = state.largeType ? [['large-type', true]] : [];
  const english: [string, unknown][] = state.english ? [['language', 'en']] : [];
  const store = ([key, data]: [string, unknown]): string =>
    `localStorage.setItem(${JSON.stringify(key)}, ${JSON.stringify(JSON.stringify({ data }))});`;
  return [...sessions, ...largeType, ...english, ...Object.entries(state.stored ?? {})].map(store).join('\n');
}

function addressOf(origin: string, { page, state }: Shot): string {
  const query = new URLSearchParams({ ...page.params, ...state.params }).toString();
  return `${origin}/#/${page.path}${query && `?${query}`}`;
}

const prove = (page: Page, shows: Proof): Promise<void> => {
  const place = typeof shows === 'object' && 'css' in shows ? page.locator(shows.css) : page.getByText(shows);
  return place.locator('visible=true').first().waitFor({ state: 'visible', timeout: PROOF_TIMEOUT_MS });
};

/** The screen as it is, and the whole page where it is higher than the screen. */
async function photograph(page: Page, shot: Shot, folder: string): Promise<string[]> {
  const base = join(shot.page.page, shot.screen === 'phone' ? shot.state.name : `${shot.state.name}.${shot.screen}`);
  mkdirSync(dirname(join(folder, base)), { recursive: true });
  const files = [`${base}.png`];
  await page.screenshot({ path: join(folder, `${base}.png`), scale: 'css' });
  const { width, height } = viewportOf(shot);
  const whole = await contentHeight(page);
  if (whole > height + 1) {
    await page.setViewportSize({ width, height: whole });
    await page.waitForTimeout(60);
    await page.screenshot({ path: join(folder, `${base}.whole.png`), scale: 'css' });
    files.push(`${base}.whole.png`);
  }
  return files;
}

/** Opens the page in its state, proves that it is the state, takes its picture and looks for faults: what goes wrong is one. */
export async function takePicture(browser: Browser, origin: string, folder: string, shot: Shot): Promise<TakenShot> {
  const { page, context, problems } = await openPage(browser, viewportOf(shot));
  const faults: string[] = [];
  let files: string[] = [];
  try {
    page.setDefaultTimeout(ACTIONS_TIMEOUT_MS);
    await page.clock.install({ time: NOW });
    await page.addInitScript({ content: storingScript(shot) });
    await answerRequests(page, {
      answers: [...shot.page.answers, ...(shot.state.answers ?? [])],
      trouble: shot.state.trouble,
      onUnanswered: (call) => faults.push(`no answer is declared for ${call}`),
    });
    await answerAgent(page, shot.state.agent);
    await page.goto(addressOf(origin, shot));
    await shot.state.act?.(handsOn(page));
    await prove(page, shot.state.shows);
    await page.waitForTimeout(SETTLE_MS);
    faults.push(...lookFaults(await measurePage(page), handOf(shot)));
    files = await photograph(page, shot, folder);
  } catch (error) {
    faults.push(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
    files = await photograph(page, shot, folder).catch(() => []);
  } finally {
    await context.close();
  }
  const said = problems
    .filter((problem) => !BROWSERS_OWN_WORDS.test(problem))
    .map((problem) => `the page said: ${problem}`);
  return { shot, files, faults: [...faults, ...said] };
}
