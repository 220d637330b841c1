import type WeappElement from 'miniprogram-automator/out/Element';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type Page from 'miniprogram-automator/out/Page';

/** Ends what hangs, however busy the machine is. */
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 40;
/** So often the same is seen before it counts as rest: what a tap sets off takes a while to be drawn. */
const LOOKS_OF_REST = 5;

/** What a person does with the mini-program, in terms of what is read aloud: labels of fields, buttons and ticks. */
export interface PhoneHands {
  page(): Promise<Page>;
  /** All that is written on the page. */
  read(): Promise<string>;
  /** Waits until the text is on the page. */
  see(text: string | RegExp): Promise<void>;
  /** Writes over what is in the field, and leaves it. */
  type(label: string, text: string): Promise<void>;
  /** Waits for the field under this label. */
  field(label: string): Promise<WeappElement>;
  /** `nth`: of several that are called so, from 0. */
  tap(label: string | RegExp, nth?: number): Promise<void>;
  /** Taps twice before anything can be drawn in between, as a nervous finger does. */
  doubleTap(label: string | RegExp): Promise<void>;
  /** Taps what may or may not be asked; `otherwise` is what is seen when it is not. */
  tapIfAsked(label: string, otherwise: RegExp): Promise<void>;
  tick(label: string): Promise<void>;
  /** Ticks what is asked of some only, if it is there now. */
  tickIfThere(label: string | RegExp): Promise<void>;
  choose(label: RegExp): Promise<void>;
  /** Follows a link, or turns to one of a page's views. */
  follow(label: string | RegExp): Promise<void>;
  /** Waits for a fact that is not on the page. */
  waitFor(what: string, isSo: () => Promise<boolean>): Promise<void>;
  /** Waits until the text of the page stays as it is and nothing is said to be under way. */
  rest(): Promise<void>;
  /** Waits for the element with this role and label. */
  find(role: string, label: string | RegExp): Promise<WeappElement>;
  readToTheEnd(done: string): Promise<void>;
  /** Strokes over a canvas: points as shares of its width and height. */
  draw(selector: string, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void>;
}

type InputElement = WeappElement & { input(value: string): Promise<void> };

const matches = (text: string | RegExp, actual: string): boolean =>
  typeof text === 'string' ? actual.includes(text) : text.test(actual);

/** A page or element may be left or drawn anew between finding it and reading it: look again. */
function unlessGone(error: Error): null {
  if (!/destroyed/.test(error.message)) throw error;
  return null;
}

/** Uses the client's API only: the same hands work on WeChat's DevTools. */
export function handsOn(miniProgram: MiniProgram): PhoneHands {
  const page = async (): Promise<Page> => {
    const current = await miniProgram.currentPage();
    if (!current) throw new Error('no page is open');
    return current;
  };
  const read = async (): Promise<string> => (await (await page()).$('view'))?.text() ?? '';

  const until = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await look().catch(unlessGone);
      if (found !== null) return found;
      if (Date.now() > deadline) {
        throw new Error(`waited in vain for ${what} on ${(await page()).path}, which says:\n${await read()}`);
      }
      await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
    }
  };
  const lookFor = async (selector: string, label: string | RegExp, nth = 0): Promise<WeappElement | null> => {
    let before = nth;
    for (const element of (await (await page()).$$(selector)) as WeappElement[]) {
      // As a screen reader: the label, else what is written on it.
      const actual = (await element.attribute('aria-label')) || (await element.text());
      const fits = typeof label === 'string' ? actual === label : label.test(actual);
      if (fits && before === 0) return element;
      before -= fits ? 1 : 0;
    }
    return null;
  };
  /** By the label above it: WeChat's input takes no aria-label in the templates of Taro. */
  const fieldOf = async (label: string): Promise<InputElement | null> => {
    for (const field of (await (await page()).$$('.form-field')) as WeappElement[]) {
      const name = await (await field.$('.form-field__label'))?.text();
      const input = name === label ? ((await field.$('input')) ?? (await field.$('textarea'))) : null;
      if (input) return input as InputElement;
    }
    return null;
  };
  const field = (label: string): Promise<InputElement> => until(`field ${label}`, () => fieldOf(label));
  /** WeChat's own buttons need no role to be read as buttons. */
  const selectorOf = (role: string): string => `[aria-role="${role}"]${role === 'button' ? ', button' : ''}`;
  const find: PhoneHands['find'] = (role, label) => until(`${role} ${label}`, () => lookFor(selectorOf(role), label));

  return {
    page,
    read,
    find,
    see: async (text) => {
      await until(String(text), async () => (matches(text, await read()) ? true : null));
    },
    waitFor: async (what, isSo) => {
      await until(what, async () => ((await isSo()) ? true : null));
    },
    async rest() {
      let before = '';
      let looks = 0;
      await until('rest', async () => {
        const now = `${(await page()).path} ${await read()}`;
        looks = now === before && !now.includes('…') ? looks + 1 : 0;
        before = now;
        return looks >= LOOKS_OF_REST ? true : null;
      });
    },
    field,
    async type(label, text) {
      const typed = await field(label);
      await typed.input(text);
      // What the field shows, which is not all that was typed where it is full.
      await typed.trigger('blur', { value: await typed.value() });
    },
    async doubleTap(label) {
      const button = await find('button', label);
      // The first tap may already have led elsewhere.
      await Promise.all([button.tap(), button.tap().catch(unlessGone)]);
    },
    async tapIfAsked(label, otherwise) {
      const seen = await until(`${label} or ${otherwise}`, async () => {
        const asked = await lookFor(selectorOf('button'), label);
        return asked ?? ((await lookFor(selectorOf('button'), otherwise)) ? 'not asked' : null);
      });
      if (seen !== 'not asked') await seen.tap();
    },
    tap: async (label, nth = 0) =>
      (await until(`button ${label}, ${nth}`, () => lookFor(selectorOf('button'), label, nth))).tap(),
    tick: async (label) => (await find('checkbox', label)).tap(),
    tickIfThere: async (label) => {
      await (await lookFor(selectorOf('checkbox'), label))?.tap().catch(unlessGone);
    },
    choose: async (label) => (await find('radio', label)).tap(),
    follow: async (label) =>
      (await until(`link ${label}`, () => lookFor('[aria-role="link"], [aria-role="tab"]', label))).tap(),
    async readToTheEnd(done) {
      const current = await page();
      await until(done, async () => {
        if ((await read()).includes(done)) return true;
        const top = Number(await current.scrollTop());
        await miniProgram.pageScrollTo(top + 500);
        return null;
      });
    },
    async draw(selector, strokes) {
      const canvas = await until(`canvas ${selector}`, async () => (await page()).$(selector));
      const { left, top } = (await canvas.offset()) as { left: number; top: number };
      const { width, height } = await canvas.size();
      for (const [identifier, stroke] of strokes.entries()) {
        const points = stroke.map(([x, y]) => {
          const place = { x: left + x * Number(width), y: top + y * Number(height) };
          return { identifier, pageX: place.x, pageY: place.y, clientX: place.x, clientY: place.y };
        });
        const [first, ...rest] = points;
        const touch = (point: (typeof points)[number]) => ({ touches: [point], changedTouches: [point] });
        if (!first) continue;
        await canvas.touchstart(touch(first));
        for (const point of rest) await canvas.touchmove(touch(point));
        const last = points.at(-1) ?? first;
        await canvas.touchend({ touches: [], ...{ changedTouches: [last] } });
      }
    },
  };
}
