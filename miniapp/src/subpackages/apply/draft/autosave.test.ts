import { type AutosaveClock, createAutosave, type SaveState } from './autosave';

/** Timers that fire when the test says so. */
function handClock() {
  const timers = new Map<number, { ms: number; act: () => void }>();
  let last = 0;
  const clock: AutosaveClock = {
    after(ms, act) {
      last += 1;
      const id = last;
      timers.set(id, { ms, act });
      return () => timers.delete(id);
    },
  };
  const waits = () => [...timers.values()].map(({ ms }) => ms);
  const fire = () => {
    const due = [...timers.values()];
    timers.clear();
    for (const { act } of due) {
      act();
    }
  };
  return { clock, waits, fire };
}

/** A server that answers when the test says so. */
function handServer() {
  const saved: string[] = [];
  const open: { value: string; resolve: () => void; reject: (error: Error) => void }[] = [];
  const save = (value: string) =>
    new Promise<void>((resolve, reject) => {
      open.push({
        value,
        resolve: () => {
          saved.push(value);
          resolve();
        },
        reject,
      });
    });
  return { saved, save, open };
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.resolve();
  }
};

function setUp() {
  const server = handServer();
  const hand = handClock();
  const states: SaveState[] = [];
  const autosave = createAutosave<string>({
    save: server.save,
    canRetry: (error) => (error as Error).message === 'offline',
    onState: (state) => states.push(state),
    clock: hand.clock,
    delayMs: 800,
    retryMs: 10_000,
  });
  return { ...server, ...hand, states, autosave };
}

describe('autosave', () => {
  it('saves the last of many quick changes once, after the quiet time', async () => {
    const { autosave, waits, fire, open, saved, states } = setUp();
    autosave.change('a');
    autosave.change('ab');
    autosave.change('abc');
    expect(waits()).toEqual([800]);
    fire();
    open[0]?.resolve();
    await settle();
    expect(saved).toEqual(['abc']);
    expect(states.at(-1)).toBe('saved');
    expect(waits()).toEqual([]);
  });

  it('saves what came during a save after it, never beside it', async () => {
    const { autosave, fire, open, saved } = setUp();
    autosave.change('first');
    fire();
    autosave.change('second');
    autosave.change('third');
    expect(open).toHaveLength(1);
    open[0]?.resolve();
    await settle();
    expect(open).toHaveLength(2);
    open[1]?.resolve();
    await settle();
    expect(saved).toEqual(['first', 'third']);
  });

  it('saves at once when the page is left, and says when nothing is left to save', async () => {
    const { autosave, open, waits, saved } = setUp();
    autosave.change('typed');
    const flushed = autosave.flush();
    expect(waits()).toEqual([]);
    open[0]?.resolve();
    expect(await flushed).toBe(true);
    expect(saved).toEqual(['typed']);
    expect(await autosave.flush()).toBe(true);
    expect(open).toHaveLength(1);
  });

  it('keeps the text and tries again while the network is away', async () => {
    const { autosave, fire, waits, open, saved, states } = setUp();
    autosave.change('typed');
    fire();
    open[0]?.reject(new Error('offline'));
    await settle();
    expect(states.at(-1)).toBe('kept');
    expect(waits()).toEqual([10_000]);
    fire();
    open[1]?.resolve();
    await settle();
    expect(saved).toEqual(['typed']);
    expect(states.at(-1)).toBe('saved');
  });

  it('does not insist when the server refuses', async () => {
    const { autosave, open, waits, states } = setUp();
    autosave.change('typed');
    const flushed = autosave.flush();
    open[0]?.reject(new Error('not editable'));
    expect(await flushed).toBe(false);
    expect(states.at(-1)).toBe('refused');
    expect(waits()).toEqual([]);
  });

  it('starts no timer after it was stopped', async () => {
    const { autosave, open, waits } = setUp();
    autosave.change('typed');
    const flushed = autosave.flush();
    autosave.stop();
    open[0]?.reject(new Error('offline'));
    expect(await flushed).toBe(false);
    expect(waits()).toEqual([]);
  });
});
