import type { Page } from 'playwright-core';

export type Deed = 'approve' | 'return' | 'reject';

export interface Reviewed {
  readonly deed: Deed;
  readonly keystrokes: number;
  /** From the decision before until all photos are there. */
  readonly shownMs: number;
  /** From then until a key decides: the desk forces a moment's look on who approves. */
  readonly restMs: number;
  /** From the first key that counts until the decision is taken. */
  readonly decidedMs: number;
  readonly wholeMs: number;
}

export interface KeyboardReviewer {
  /** Opens the first of the queue. */
  begin(): Promise<void>;
  /** Decides on what is open; the next one opens by itself. */
  review(deed: Deed): Promise<Reviewed>;
  /** Ends when nothing can be undone any more. */
  letAllBeSent(): Promise<void>;
}

/** The photo of the front, with a reason; the other side, with another one. */
const RETURN_KEYS = ['r', '1', 'j', '2', 'Enter'];
/** The question stands on no. */
const REJECT_KEYS = ['x', '1', 'Enter', 'Tab', 'Enter'];
/** How long the desk holds A back once all photos are there; measured from outside it is a little less. */
const LOOK_MS = 1000;
const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 20;

/** Carried out in the page: both sides of the card, the papers and the signature are drawn. */
const ALL_PICTURES_THERE = `(() => {
  const pictures = [...document.querySelectorAll('.order-review__body img')];
  return pictures.length > 2 && pictures.every(({ complete, naturalWidth }) => complete && naturalWidth > 0);
})()`;

export function createKeyboardReviewer(page: Page): KeyboardReviewer {
  let keystrokes = 0;
  const press = async (key: string): Promise<void> => {
    keystrokes += 1;
    await page.keyboard.press(key);
  };
  const until = async <Found>(what: string, look: () => Promise<Found | null>): Promise<Found> => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look();
      if (found !== null) {
        return found;
      }
      if (Date.now() > deadline) {
        throw new Error(`waited in vain for ${what}`);
      }
      await page.waitForTimeout(LOOK_AGAIN_MS);
    }
  };
  const read = (selector: string) => page.locator(selector).locator('visible=true').allInnerTexts();
  const openNumber = async (): Promise<string | null> => (await read('.order-head__number'))[0] ?? null;
  const areShown = () => page.evaluate<boolean>(ALL_PICTURES_THERE);
  const photos = () => until('the photos', async () => ((await areShown()) ? true : null));
  const isDecided = async (number: string) => {
    const held = await read('.held-bar__text');
    return held.some((text) => text.includes(number)) || (await openNumber()) !== number;
  };
  const decided = (number: string) =>
    until(`the decision on ${number}`, async () => ((await isDecided(number)) ? true : null));

  /** Pressed too early it does nothing but say so; who has learnt it waits for the moment, and presses once. */
  const approve = async (number: string): Promise<void> => {
    do {
      await press('a');
      await page.waitForTimeout(100);
    } while (!(await isDecided(number)));
  };
  const pressAll = async (keys: readonly string[], number: string): Promise<void> => {
    for (const key of keys) {
      await press(key);
      if (key === 'Enter' && keys === REJECT_KEYS && !(await isDecided(number))) {
        await page
          .locator('.taro-modal__content')
          .waitFor({ state: 'visible' })
          .catch(() => undefined);
      }
    }
  };

  return {
    async begin() {
      await page
        .getByText(/^共 \d+ 份/)
        .locator('visible=true')
        .first()
        .waitFor();
      await press('j');
      await until('the first order', openNumber);
    },
    async review(deed) {
      const began = performance.now();
      keystrokes = 0;
      const number = await until('an order', openNumber);
      await photos();
      const shown = performance.now();
      await page.waitForTimeout(deed === 'approve' ? LOOK_MS : 0);
      const rested = performance.now();
      await (deed === 'approve' ? approve(number) : pressAll(deed === 'return' ? RETURN_KEYS : REJECT_KEYS, number));
      await decided(number);
      const ended = performance.now();
      return {
        ...{ deed, keystrokes, shownMs: shown - began, restMs: rested - shown, decidedMs: ended - rested },
        wholeMs: ended - began,
      };
    },
    async letAllBeSent() {
      await until('the end of all decisions', async () => ((await read('.held-bar')).length === 0 ? true : null));
    },
  };
}
