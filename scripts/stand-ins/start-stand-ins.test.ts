import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startStandIns } from './index';
import { sharedCredentials } from './testing/shared-credentials';

const credentials = sharedCredentials();

test('all stand-ins start on free ports of 127.0.0.1 and stop', async () => {
  const standIns = await startStandIns({ credentials });
  const urls = [standIns.wechat, standIns.wechatPay, standIns.tencentCloud, standIns.console].map(({ url }) => url);
  expect(new Set(urls).size).toBe(4);
  expect(urls.every((url) => /^http:\/\/127\.0\.0\.1:\d+$/.test(url))).toBe(true);
  expect(standIns.ejbca.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+\/ejbca\/ejbca-rest-api$/);
  expect((await fetch(`${standIns.console.url}/api/state`)).status).toBe(200);
  await standIns.stop();
  await expect(fetch(`${standIns.console.url}/api/state`)).rejects.toThrow('fetch failed');
});

test('they share their switches and their record', async () => {
  const standIns = await startStandIns({ credentials });
  standIns.faults.set({ standIn: 'wechat', fault: 'busy', times: 1 });
  const answer = await fetch(`${standIns.wechat.url}/sns/jscode2session`);
  expect(JSON.parse(await answer.text()).errcode).toBe(-1);
  expect(standIns.requests.list()).toMatchObject([{ standIn: 'wechat', fault: 'busy', errorCode: '-1' }]);
  await standIns.stop();
});

test('a busy port is EADDRINUSE, and what had started is stopped', async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  const { port } = occupant.address() as AddressInfo;
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  const wechat = (free.address() as AddressInfo).port;
  await new Promise((resolve) => free.close(resolve));

  const starting = startStandIns({ credentials, ports: { wechat, console: port } });
  await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(fetch(`http://127.0.0.1:${wechat}`)).rejects.toThrow('fetch failed');
  await new Promise((resolve) => occupant.close(resolve));
});
