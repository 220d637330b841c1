import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../demo/free-port';
import { readAgentArguments } from './agent-arguments';
import { openPage, pair } from './testing/agent-page';
import { makeSoftTokens, softTokenLibrary } from './testing/soft-tokens';
import { StartedAgent } from './testing/started-agent';

const ORIGIN = 'https://desk.example.cn';

describe('the program at a desk', () => {
  const tokens = makeSoftTokens();
  const state = mkdtempSync(join(tmpdir(), 'ukey-state-'));
  afterAll(() => {
    tokens.remove();
    rmSync(state, { recursive: true, force: true });
  });

  it('shows a code, serves the page that brings it, remembers it after a restart, and ends in order', async () => {
    const port = await freePort();
    const args = ['--module', softTokenLibrary(), '--origin', ORIGIN, '--port', String(port), '--state', state];
    const env = { ...process.env, ...tokens.env };
    const first = new StartedAgent(args, env);
    await first.prints(/已启动/);
    const page = openPage(port, ORIGIN);
    await page.call('beginPairing', {});
    const [, high, low] = await first.prints(/(\d{3}) (\d{3})/);
    await pair(page, () => `${high}${low}`);
    await expect(page.call('listTokens', {})).resolves.toMatchObject({ tokens: [{ state: 'free' }] });

    const second = new StartedAgent(args, env);
    await expect(second.ended).resolves.toBe(1);
    expect(second.output).toContain('已经在运行');
    await expect(first.stop()).resolves.toBe(0);

    const again = new StartedAgent(args, env);
    await again.prints(/已启动/);
    await expect(page.call('listTokens', {})).resolves.toMatchObject({ tokens: [{ state: 'free' }] });
    await again.stop();

    const forgetful = new StartedAgent([...args, '--forget-pairings'], env);
    await forgetful.prints(/已启动/);
    await expect(page.refusalOf('listTokens', {})).resolves.toBe('ukey.pairing_required');
    await forgetful.stop();
    expect(statSync(join(state, 'pairings.json')).mode & 0o077).toBe(0);
    expect(readFileSync(join(state, 'pairings.json'), 'utf8')).not.toContain(page.pairingKey);
  });

  it('says what is wrong when the library cannot be loaded', async () => {
    const args = ['--module', join(state, 'missing.so'), '--origin', ORIGIN, '--state', state];
    const agent = new StartedAgent(args, process.env);
    await expect(agent.ended).resolves.toBe(1);
    expect(agent.output).toContain('UKey 助手无法启动');
  });
});

describe('its arguments', () => {
  const read = (...args: string[]) => readAgentArguments(args, 'linux', { XDG_STATE_HOME: '/state' });

  it('are a library and the pages that may call', () => {
    expect(read('--module', 'p11.so', '--origin', ORIGIN, '--origin', 'http://localhost:10086')).toEqual({
      module: 'p11.so',
      origins: [ORIGIN, 'http://localhost:10086'],
      port: 17_443,
      stateFolder: '/state/certificate-acceptance-ukey-agent',
      forgetPairings: false,
    });
  });

  it.each([
    ['no library', ['--origin', ORIGIN], '--module'],
    ['no page', ['--module', 'p11.so'], '--origin'],
    ['a page without TLS', ['--module', 'p11.so', '--origin', 'http://desk.example.cn'], '--origin'],
    ['a page with a path', ['--module', 'p11.so', '--origin', `${ORIGIN}/desk`], '--origin'],
    ['any page', ['--module', 'p11.so', '--origin', '*'], '--origin'],
    ['a port of the system', ['--module', 'p11.so', '--origin', ORIGIN, '--port', '80'], '--port'],
    ['what there is not', ['--module', 'p11.so', '--origin', ORIGIN, '--listen', '0.0.0.0'], '--listen'],
  ])('are refused with %s', (_, args, named) => {
    expect(() => read(...args)).toThrow(named);
  });
});
