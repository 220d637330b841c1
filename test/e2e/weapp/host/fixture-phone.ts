import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import type Page from 'miniprogram-automator/out/Page';
import { type AutomationServer, createHost, type Host, type HostOptions, serveAutomation } from '../../../host';

export const FIXTURE_FOLDER = join(__dirname, '../../../host/fixture-app');

export interface FixturePhone {
  readonly host: Host;
  readonly miniProgram: MiniProgram;
  /** Life cycles so far, oldest first; empties the list. */
  takeCalls(): string[];
  page(): Promise<Page>;
  /** Calls `wx.<name>` in the app with callbacks and answers what came. */
  call(name: string, options?: Record<string, unknown>): Promise<Record<string, unknown>>;
  /** The same from the handler of a tap. */
  callInTap(name: string, options?: Record<string, unknown>): Promise<Record<string, unknown>>;
}

/** The fixture mini-program on a phone of its own for every test. */
export function useFixturePhone(options: Partial<HostOptions> = {}): () => FixturePhone {
  let current: (FixturePhone & { server: AutomationServer }) | null = null;
  beforeEach(async () => {
    const host = createHost({ appFolder: FIXTURE_FOLDER, ...options });
    await host.launch();
    const server = await serveAutomation(host);
    const miniProgram = await automator.connect({ wsEndpoint: server.wsEndpoint });
    current = {
      host,
      server,
      miniProgram,
      takeCalls: () => (host.running().appInstance().calls as string[]).splice(0),
      async page() {
        const page = await miniProgram.currentPage();
        if (!page) throw new Error('no page');
        return page;
      },
      call: (name, given = {}) =>
        new Promise((resolve) => {
          const wx = host.running().realm.globals.wx as Record<string, (options: unknown) => void>;
          wx[name]?.({ ...given, success: resolve, fail: resolve });
        }),
      async callInTap(name, given = {}) {
        await miniProgram.callWxMethod('reLaunch', { url: '/pages/wx/index' });
        const answer = new Promise<Record<string, unknown>>((resolve) => {
          host.running().appInstance().toCall = { name, options: { ...given, success: resolve, fail: resolve } };
        });
        await (await (await miniProgram.currentPage())?.$('.call'))?.tap();
        return answer;
      },
    };
  });
  afterEach(async () => {
    current?.miniProgram.disconnect();
    current?.host.kill();
    await current?.server.stop();
    current = null;
  });
  return () => {
    if (!current) throw new Error('the phone is there inside tests only');
    return current;
  };
}
