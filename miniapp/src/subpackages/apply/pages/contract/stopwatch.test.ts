import { createStopwatch } from './stopwatch';

const withClock = () => {
  const clock = { now: 1_000 };
  return { clock, watch: createStopwatch(() => clock.now) };
};

describe('a stopwatch', () => {
  it('adds up only the time it runs', () => {
    const { clock, watch } = withClock();
    watch.start();
    clock.now += 10_900;
    watch.stop();
    clock.now += 60_000;
    watch.start();
    clock.now += 5_000;
    expect(watch.seconds()).toBe(15);
  });

  it('takes a second start or stop as none', () => {
    const { clock, watch } = withClock();
    watch.start();
    clock.now += 4_000;
    watch.start();
    watch.stop();
    clock.now += 4_000;
    watch.stop();
    expect(watch.seconds()).toBe(4);
  });

  it('starts again from nothing, still running if it ran', () => {
    const { clock, watch } = withClock();
    watch.start();
    clock.now += 9_000;
    watch.reset();
    clock.now += 2_000;
    expect(watch.seconds()).toBe(2);
    watch.stop();
    watch.reset();
    expect(watch.seconds()).toBe(0);
  });

  it('never runs backwards when the clock is set back', () => {
    const { clock, watch } = withClock();
    watch.start();
    clock.now -= 5_000;
    expect(watch.seconds()).toBe(0);
  });
});
