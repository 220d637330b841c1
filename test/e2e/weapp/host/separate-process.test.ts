import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import WebSocket from 'ws';
import { FIXTURE_FOLDER } from './fixture-phone';

const ROOT = join(__dirname, '../../../..');

describe('the host as a process of its own', () => {
  let host: ChildProcess;
  let miniProgram: MiniProgram;
  let wsEndpoint = '';

  beforeAll(async () => {
    const tsx = join(ROOT, 'node_modules/tsx/dist/loader.mjs');
    const program = join(ROOT, 'test/host/host-process.ts');
    host = spawn(process.execPath, ['--import', tsx, program, '--app', FIXTURE_FOLDER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: host.stdout as NodeJS.ReadableStream }), 'line');
    wsEndpoint = String(line);
    miniProgram = await automator.connect({ wsEndpoint });
  });
  afterAll(async () => {
    miniProgram.disconnect();
    host.kill('SIGTERM');
    await once(host, 'exit');
  });

  /** The extension for faults, which the client does not know. */
  const tellHost = async (method: string, params: object = {}): Promise<Record<string, unknown>> => {
    const socket = new WebSocket(wsEndpoint);
    await once(socket, 'open');
    socket.send(JSON.stringify({ id: '1', method, params }));
    const [answer] = await once(socket, 'message');
    socket.close();
    return JSON.parse(String(answer)) as Record<string, unknown>;
  };

  it('is driven by the same client', async () => {
    const page = await miniProgram.currentPage();
    expect(page?.path).toBe('pages/home/index');
    await (await page?.$('.row'))?.tap();
    expect(await page?.data('tapped')).toBe('a');
  });

  it('tells rejections that nobody handled', async () => {
    const thrown = new Promise((resolve) => miniProgram.on('exception', resolve));
    await miniProgram.evaluate(() => {
      void Promise.reject(new Error('nobody cares'));
    });
    expect(await thrown).toMatchObject({ exception: { message: 'nobody cares' } });
  });

  it('takes faults over the socket and refuses unknown ones', async () => {
    await miniProgram.callWxMethod('setStorage', { key: 'kept', data: 1 });
    expect(await tellHost('Host.kill')).toMatchObject({ result: {} });
    expect(await tellHost('Host.launch', { path: 'pages/forms/index' })).toMatchObject({ result: {} });
    expect((await miniProgram.currentPage())?.path).toBe('pages/forms/index');
    expect(await miniProgram.callWxMethod('getStorageSync', 'kept')).toBe(1);
    await tellHost('Host.setNetwork', { type: '3g' });
    expect(await miniProgram.callWxMethod('getNetworkType', {})).toMatchObject({ networkType: '3g' });
    const refused = await tellHost('Host.setPhone', { nonsense: 1 });
    expect(refused).toMatchObject({ error: { message: 'Host.setPhone: nonsense cannot be set' } });
    expect(await tellHost('Host.explode')).toMatchObject({
      error: { message: expect.stringContaining('Host.explode') },
    });
  });
});
