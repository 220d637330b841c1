import type { Server } from 'node:http';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { hashCheaply } from '../../bff/src/modules/auth/testing/hash-cheaply';
import { freePort } from '../../scripts/demo/free-port';
import { serveH5 } from '../../scripts/demo/serve-h5';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { openBrowser } from '../../scripts/story/browser/open-browser';
import type { StoryWorld } from '../../scripts/story/story-context';
import { startKeptThreads } from '../support/kept-threads';

const H5_BUILD = resolve(__dirname, '../../miniapp/dist/h5');

export interface H5World {
  readonly system: DemoSystem;
  /** Of the page, from where the API is reached too. */
  readonly origin: string;
  readonly browser: Browser;
  /** What a story over HTTP plays in. */
  readonly world: StoryWorld;
  /** Ends when no notification is under way and no job is due. */
  settle(): Promise<void>;
  /** The newest code that arrived on a phone. */
  smsCode(phone: string): Promise<string>;
  /** As if enough time had passed for another code; everybody here comes from one address. */
  forgetRateLimits(): Promise<void>;
}

interface H5Options {
  readonly now?: () => Date;
  /** Of the BFF, where they depend on the page's address. */
  readonly settings?: (origin: string) => Readonly<Record<string, string>>;
}

/** The built page, the whole back end and a Chromium for the tests of a file: to be read inside tests and hooks. */
export function useH5({ now, settings }: H5Options = {}): H5World {
  let started: { readonly system: DemoSystem; readonly server: Server; readonly origin: string } | null = null;
  let browser: Browser | null = null;
  const current = <Part>(part: Part | null): Part => {
    if (!part) {
      throw new Error('it is started by beforeAll: use it inside tests');
    }
    return part;
  };
  beforeAll(async () => {
    hashCheaply();
    const system = await startDemoSystem({ now, startThreads: startKeptThreads });
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    started = { system, origin, server: await serveH5(H5_BUILD, port, system.origin) };
    if (settings) {
      await system.restartBff(settings(origin));
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    started?.server.closeAllConnections();
    started?.server.close();
    await started?.system.stop();
  });
  const system = () => current(started).system;
  const settle = async () => {
    await system().standIns.wechatPay.idle();
    await system().container().dispatcher.drain();
  };
  return {
    get system() {
      return system();
    },
    get origin() {
      return current(started).origin;
    },
    get browser() {
      return current(browser);
    },
    get world() {
      return { ...system(), settle };
    },
    settle,
    smsCode: async (phone) => system().standIns.tencentCloud.sms(phone)[0]?.code ?? '',
    async forgetRateLimits() {
      const { connection } = system().container();
      await connection.collection('rate_counts').deleteMany({});
      await connection.collection('sms_codes').deleteMany({});
    },
  };
}
