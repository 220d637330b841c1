import { createProgressBar } from '../progress/progress-bar';
import { describeReport } from './describe-report';

const end = { seq: 1200, hash: 'a'.repeat(64) };
const byKey = [{ keyId: 'a1', records: 1200, firstSeq: 1, lastSeq: 1200 }];
const unbroken = { records: 1200, end, anchorsPassed: 2, byKey, brokenLink: null, outside: 0 };
const checked = { anchors: 2, from: 1, seconds: 1.26 };

describe('the report of a verification', () => {
  it('tells the end of an unbroken chain and how many anchors it passed', () => {
    expect(describeReport(unbroken, checked)).toBe(
      [
        'The audit chain is unbroken: 1,200 records in 1.3 s.',
        `It ends with record 1200, hash ${end.hash}.`,
        'Authenticated: 1,200 by key a1 (1–1200).',
        '2 of 2 anchors passed.',
      ].join('\n'),
    );
  });

  it('says what cannot be seen without an anchor, and what stands outside', () => {
    const text = describeReport({ ...unbroken, anchorsPassed: 0, outside: 3 }, { ...checked, anchors: 0 });
    expect(text).toContain('There is no anchor');
    expect(text).toContain('3 entries stand outside the chain');
  });

  it('says what nobody vouches for', () => {
    const part = [{ keyId: 'a1', records: 200, firstSeq: 1001, lastSeq: 1200 }];
    expect(describeReport({ ...unbroken, byKey: part }, { ...checked, from: 1001 })).toContain(
      'The records before 1001 carry no authentication; they must from 1001 on.',
    );
    expect(describeReport(unbroken, { ...checked, from: null })).toContain('NOT AUTHENTICATED: without AUDIT_KEYS');
  });

  it('names the first broken link and what happened to it', () => {
    const text = describeReport({ ...unbroken, brokenLink: { seq: 1201, kind: 'missing' } }, checked);
    expect(text).toMatch(/^BROKEN at record 1201: missing — /);
    expect(text).toContain('Unbroken before it: 1,200 records');
  });
});

describe('the progress bar', () => {
  const drawn = (isTTY: boolean, total: number, steps: readonly number[]): string[] => {
    const written: string[] = [];
    const bar = createProgressBar({ isTTY, write: (text) => written.push(text) }, total);
    steps.forEach((done) => {
      bar.moveTo(done);
    });
    bar.end();
    return written;
  };

  it('redraws one line of a terminal at every per cent', () => {
    const written = drawn(true, 1000, [1, 5, 10, 500, 1000]);
    expect(written.map((text) => text.split(']').at(-1)!.trim())).toEqual([
      '0 %  1 of 1,000',
      '1 %  10 of 1,000',
      '50 %  500 of 1,000',
      '100 %  1,000 of 1,000',
      '',
    ]);
    expect(written[0]!.startsWith('\r')).toBe(true);
  });

  it('is a line at every tenth elsewhere', () => {
    const written = drawn(
      false,
      100,
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    expect(written).toHaveLength(11);
    expect(written.at(-1)).toBe(`[${'█'.repeat(30)}] 100 %  100 of 100\n`);
  });
});
