import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type Page from 'miniprogram-automator/out/Page';
import type WeappElement from 'miniprogram-automator/out/Element';

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 40;

/** What a person does with the mini-program, in terms of what is read aloud: labels of fields, buttons and ticks. */
export interface PhoneHands {
  page(): Promise<Page>;
  /** All that is written on the page. */
  read(): Promise<string>;
  /** Waits until the text is on the page. */
  see(text: string | RegExp): Promise<void>;
  type(label: string, text: string): Promise<void>;
  tap(label: string | RegExp): Promise<void>;
  tick(label: string): Promise<void>;
  choose(label: RegExp): Promise<void>;
  /** Waits for the element with this role and label. */
  find(role: string, label: string | RegExp): Promise<WeappElement>;
  readToTheEnd(done: string): Promise<void>;
  /** Strokes over a canvas: points as shares of its width and height. */
  draw(selector: string, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void>;
}

const matches = (text: string | RegExp, actual: string): boolean =>
  typeof text === 'string' ? actual.includes(text) : text.test(actual);

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
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > deadline) {
        throw new Error(`waited in vain for ${what} on ${(await page()).path}, which says:\n${await read()}`);
      }
      await new Promise((again) => setTimeout(again, LOOK_AGAIN_MS));
    }
  };
  const lookFor = async (selector: string, label: string | RegExp): Promise<WeappElement | null> => {
    for (const element of (await (await page()).$$(selector)) as WeappElement[]) {
      const actual = (await element.attribute('aria-label')) ?? '';
      if (typeof label === 'string' ? actual === label : label.test(actual)) return element;
    }
    return null;
  };
  const find: PhoneHands['find'] = (role, label) =>
    until(`${role} ${label}`, () => lookFor(`[aria-role="${role}"]`, label));

  return {
    page,
    read,
    find,
    see: async (text) => {
      await until(String(text), async () => (matches(text, await read()) ? true : null));
    },
    async type(label, text) {
      const field = (await until(`field ${label}`, () => lookFor('input', label))) as WeappElement & {
        input(value: string): Promise<void>;
      };
      await field.input(text);
      await field.trigger('blur', { value: text });
    },
    tap: async (label) => (await find('button', label)).tap(),
    tick: async (label) => (await find('checkbox', label)).tap(),
    choose: async (label) => (await find('radio', label)).tap(),
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
