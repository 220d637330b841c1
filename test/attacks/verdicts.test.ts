import { attack, type Section, tests } from './attack';
import { describeVerdicts, type JestReport, judge } from './verdicts';

const FILE = 'bff/src/door.test.ts';
const KNOCK = attack('doors.knock', 'somebody knocks at the door', tests(FILE, 'a door › has %s', 'a door › is shut'));

const report = (...results: (readonly [title: string, status: string])[]): JestReport => ({
  testResults: [
    {
      name: `/somewhere/${FILE}`,
      assertionResults: results.map(([title, status]) => ({ ancestorTitles: ['a door'], title, status })),
    },
  ],
});
const verdictOf = (...results: (readonly [string, string])[]) => judge(KNOCK, [report(...results)]).verdict;

describe('the verdict on an attack', () => {
  it('is held when every test has run and passed', () => {
    expect(verdictOf(['has 1', 'passed'], ['has 2', 'passed'], ['is shut', 'passed'])).toBe('held');
  });

  it('is failed when one row of one test failed', () => {
    expect(verdictOf(['has 1', 'passed'], ['has 2', 'failed'], ['is shut', 'passed'])).toBe('failed');
  });

  it('is not found when a test was renamed, skipped, in another file, or not run at all', () => {
    expect(verdictOf(['has 1', 'passed'], ['is open', 'passed'])).toBe('NOT FOUND');
    expect(verdictOf(['has 1', 'passed'], ['is shut', 'pending'])).toBe('NOT FOUND');
    expect(judge(KNOCK, []).verdict).toBe('NOT FOUND');
    expect(judge(KNOCK, [{ testResults: [{ name: `/x/other-${FILE}`, assertionResults: [] }] }]).verdict).toBe(
      'NOT FOUND',
    );
    expect(judge({ ...KNOCK, heldBy: [] }, [report(['is shut', 'passed'])]).verdict).toBe('NOT FOUND');
  });

  it('is failed, rather than not found, when it is both', () => {
    expect(verdictOf(['has 1', 'failed'])).toBe('failed');
  });
});

describe('the table', () => {
  const awaited = [{ id: 'doors.ring', what: 'somebody rings the bell', awaits: 'a bell' }];
  const sections: readonly Section[] = [{ title: '4. Doors', attacks: [KNOCK], awaited }];

  it('is green when all are held, and says what is not there yet', () => {
    const held = report(['has 1', 'passed'], ['is shut', 'passed']);
    const { lines, isGreen } = describeVerdicts(sections, [held]);
    expect(isGreen).toBe(true);
    expect(lines).toContainEqual(expect.stringMatching(/held +doors\.knock +somebody knocks/));
    expect(lines).toContainEqual(expect.stringMatching(/not yet +doors\.ring +.*awaits a bell/));
    expect(lines.at(-1)).toBe('1 held, 0 failed, 1 not yet');
  });

  it('names the tests that are the reason', () => {
    const { lines, isGreen } = describeVerdicts(sections, [report(['has 1', 'failed'])]);
    expect(isGreen).toBe(false);
    expect(lines).toContainEqual(expect.stringContaining(`failed: ${FILE} › a door › has %s`));
    expect(lines).toContainEqual(expect.stringContaining(`NOT FOUND: ${FILE} › a door › is shut`));
    expect(lines.at(-1)).toBe('0 held, 1 failed, 1 not yet');
  });

  it('is not green when there is nothing', () => {
    expect(describeVerdicts([], []).isGreen).toBe(false);
  });
});
