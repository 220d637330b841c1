import type WeappElement from 'miniprogram-automator/out/Element';
import type { CustomElement } from 'miniprogram-automator/out/Element';
import { useFixturePhone } from './fixture-phone';

/** What stands in the mini-program. */
declare const getCurrentPages: () => { createIntersectionObserver(): IntersectionObserverOfPage }[];
declare const wx: { createSelectorQuery(): SelectorQuery };
interface SelectorQuery {
  select(selector: string): SelectorQuery;
  selectViewport(): SelectorQuery;
  boundingClientRect(): SelectorQuery;
  scrollOffset(): SelectorQuery;
  exec(done: (answers: unknown[]) => void): void;
}
interface IntersectionObserverOfPage {
  relativeToViewport(): { observe(selector: string, listener: (first: { intersectionRatio: number }) => void): void };
  disconnect(): void;
}

describe('the view of the host', () => {
  const phone = useFixturePhone();
  const element = async (selector: string): Promise<WeappElement> => {
    const found = await (await phone().page()).$(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };

  it('renders expressions, wxs, lists, templates and conditions, and again after setData', async () => {
    const page = await phone().page();
    expect(await (await element('#title')).text()).toBe('hello!');
    const rows = (await page.$$('.row')) as WeappElement[];
    expect(await Promise.all(rows.map((row) => row.text()))).toEqual(['a: A', 'b: B']);
    expect(await page.$('.none')).not.toBeNull();
    await page.setData({ count: 1, big: true, 'rows[1].label': 'changed', greeting: 'bye' });
    expect(await (await element('#title')).attribute('class')).toBe('title big');
    expect(await (await element('.one')).text()).toBe('one');
    expect(await page.$('.none')).toBeNull();
    expect(await rows[1]?.text()).toBe('b: changed');
  });

  it('keeps elements of a keyed list apart when the list changes', async () => {
    const page = await phone().page();
    const [, second] = (await page.$$('.row')) as WeappElement[];
    await page.setData({ rows: [{ id: 'b', label: 'B' }] });
    expect(await second?.text()).toBe('b: B');
    await second?.tap();
    expect(await page.data('tapped')).toBe('b');
  });

  it('captures, bubbles and stops at catch', async () => {
    const page = await phone().page();
    await (await element('.inner')).tap();
    expect(await page.data('notes')).toEqual(['outer<inner', 'inner<inner', 'middle<inner']);
    await page.setData({ notes: [] });
    await (await element('.free')).tap();
    expect(await page.data('notes')).toEqual(['outer<free', 'free<free', 'outer<free']);
  });

  it('runs custom components with properties, observers, slots and events of their own', async () => {
    const page = await phone().page();
    const counter = (await element('#counter')) as CustomElement;
    expect(await (await counter.$('.count'))?.text()).toBe('0 of 0');
    expect(await page.$('.count')).toBeNull();
    expect(await (await element('.slotted')).text()).toBe('slot');
    await page.setData({ count: 2 });
    expect(await counter.data('value')).toBe(20);
    await (await counter.$('.count'))?.tap();
    expect(await page.data('counted')).toBe(21);
    await counter.callMethod('add');
    expect(await counter.data()).toMatchObject({ value: 22, start: 2 });
  });

  it('lays out what it can and says so by name where it cannot', async () => {
    expect(await (await element('#tall')).size()).toEqual({ width: 375, height: 3000 });
    expect(await (await element('.gone')).size()).toEqual({ width: 0, height: 0 });
    const bar = (await (await element('#bar')).offset()) as { top: number };
    const { windowHeight } = await phone().miniProgram.systemInfo();
    expect(bar.top).toBe(windowHeight - 60);
    expect(await (await element('#tall')).style('height')).toBe('3000px');
    await expect((await phone().page()).size()).resolves.toMatchObject({ width: 375 });
  });

  it('answers selector queries and observers with scrolling taken off', async () => {
    const seen = await phone().miniProgram.evaluate(
      () =>
        new Promise((resolve) => {
          const observer = getCurrentPages()[0]!.createIntersectionObserver();
          observer.relativeToViewport().observe('#tall', (first: { intersectionRatio: number }) => {
            observer.disconnect();
            wx.createSelectorQuery()
              .select('#tall')
              .boundingClientRect()
              .select('#nothing')
              .boundingClientRect()
              .selectViewport()
              .scrollOffset()
              .exec((answers) => resolve({ shown: first.intersectionRatio > 0, answers }));
          });
        }),
    );
    expect(seen).toMatchObject({
      shown: true,
      answers: [{ id: 'tall', height: 3000, width: 375 }, null, { scrollTop: 0 }],
    });
  });

  it('tells WXML and refuses selectors that it does not understand', async () => {
    expect(await (await element('.outer')).wxml()).toContain('<view class="inner" data-who="inner">inner</view>');
    await expect((await phone().page()).$$('view:nth-child(2)')).rejects.toThrow('selector view:nth-child(2)');
  });
});
