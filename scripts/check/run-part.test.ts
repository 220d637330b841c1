import { tmpdir } from 'node:os';
import { type Part, runLanes, runPart } from './run-part';

const node = (name: string, script: string): Part => ({ name, command: process.execPath, args: ['-e', script] });

describe('a part of the check', () => {
  it('passes with exit code 0 and keeps both outputs', async () => {
    const result = await runPart(node('greet', `console.log('out'); console.error('err')`), tmpdir());
    expect(result).toMatchObject({ name: 'greet', ok: true });
    expect(result.output).toContain('out\n');
    expect(result.output).toContain('err\n');
    expect(result.seconds).toBeGreaterThan(0);
  });

  it.each([
    ['another exit code', 'process.exit(3)'],
    ['a signal', `process.kill(process.pid, 'SIGKILL')`],
  ])('fails with %s', async (_, script) => {
    expect((await runPart(node('fail', script), tmpdir())).ok).toBe(false);
  });

  it('fails, and says why, when the command is not there', async () => {
    const result = await runPart({ name: 'lost', command: 'no-such-command', args: [] }, tmpdir());
    expect(result.ok).toBe(false);
    expect(result.output).toContain('no-such-command');
  });
});

describe('lanes', () => {
  it('run all parts, also those after a failed one, each lane in its order', async () => {
    const heard: string[] = [];
    const lanes = [[node('a', 'process.exit(1)'), node('b', '')], [node('c', '')]];
    const results = await runLanes(lanes, tmpdir(), ({ name }) => heard.push(name));
    expect(results.map(({ name, ok }) => [name, ok])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
    expect([...heard].sort()).toEqual(['a', 'b', 'c']);
    expect(heard.indexOf('a')).toBeLessThan(heard.indexOf('b'));
  });
});
