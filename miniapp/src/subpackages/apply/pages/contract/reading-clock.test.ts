import { createReadingClock, timesOf } from './reading-clock';

function withTime() {
  const time = { now: 1_000 };
  return { time, clock: createReadingClock(() => time.now) };
}

describe('the clock of reading', () => {
  it('gives the time between two looks to what was on the screen at the first', () => {
    const { time, clock } = withTime();
    clock.look(['key-points', 'details']);
    time.now += 500;
    clock.look(['details', 'article-1']);
    time.now += 700;
    clock.look([]);
    time.now += 200;
    expect(clock.spent()).toEqual({
      totalMs: 1_400,
      sectionMs: { 'key-points': 500, details: 1_200, 'article-1': 700 },
    });
  });

  it('stands still while nobody looks', () => {
    const { time, clock } = withTime();
    clock.look(['details']);
    time.now += 500;
    clock.pause();
    time.now += 2_000;
    clock.pause();
    expect(clock.spent().totalMs).toBe(500);
    clock.look(['details']);
    time.now += 500;
    expect(clock.spent()).toEqual({ totalMs: 1_000, sectionMs: { details: 1_000 } });
  });

  it('takes no sleep of the phone and no change of its time for reading', () => {
    const { time, clock } = withTime();
    clock.look(['details']);
    time.now += 3_600_000;
    clock.look(['details']);
    time.now -= 7_200_000;
    clock.look(['details']);
    expect(clock.spent()).toEqual({ totalMs: 3_000, sectionMs: { details: 3_000 } });
  });

  it('goes on from what was spent before', () => {
    const { time, clock } = withTime();
    clock.look(['details']);
    clock.restart({ totalMs: 60_000, sectionMs: { 'article-1': 20_000 } });
    time.now += 2_000;
    clock.look(['article-1']);
    time.now += 1_000;
    expect(clock.spent()).toEqual({ totalMs: 61_000, sectionMs: { 'article-1': 21_000 } });
  });
});

describe('what is told of the reading', () => {
  const text = { keyPoints: [], articles: [{ heading: '用途', paragraphs: [] }] };

  it('has every section of the text and no other, in whole seconds', () => {
    expect(timesOf(text, { totalMs: 61_900, sectionMs: { 'article-1': 20_999, 'article-7': 5_000 } })).toEqual({
      readingSeconds: 61,
      readingSections: [
        { id: 'key-points', seconds: 0 },
        { id: 'details', seconds: 0 },
        { id: 'article-1', seconds: 20 },
      ],
    });
  });

  it('is never more than a day, nor more of a section than of the whole', () => {
    const long = timesOf(text, { totalMs: 100 * 3_600_000, sectionMs: { details: 200 * 3_600_000 } });
    expect(long.readingSeconds).toBe(86_400);
    expect(long.readingSections[1]).toEqual({ id: 'details', seconds: 86_400 });
    expect(timesOf(text, { totalMs: 5_000, sectionMs: { details: 9_000 } }).readingSections[1]?.seconds).toBe(5);
  });
});
