import { join } from 'node:path';
import automator from 'miniprogram-automator';
import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import { type DemoSystem, type DemoSystemOptions, startDemoSystem } from '../../../scripts/demo/start-demo-system';
import { storyPhoto } from '../../../scripts/story/application-steps';
import type { StoryWorld } from '../../../scripts/story/story-context';
import { type AutomationServer, createConsoleBackend, createHost, type Host, serveAutomation } from '../../host';

/** The built mini-program; `npx taro build --type weapp` in miniapp/ makes it. */
export const WEAPP_FOLDER = join(__dirname, '../../../miniapp/dist/weapp');

/** The API's address as the build has it when nothing else is said: see MINIAPP_API_BASE_URL in miniapp/config. */
const BUILT_IN_ORIGIN = 'http://127.0.0.1:3000';
/** 28 characters, as real ones. */
const OPEN_ID = 'oDemo_00000000000000000story';

/** Back end, stand-ins, phone and the client that drives it. */
export interface WeappWorld {
  readonly miniProgram: MiniProgram;
  readonly system: DemoSystem;
  readonly host: Host;
  readonly wsEndpoint: string;
  /** The newest code that was sent to a phone. */
  smsCode(phone: string): string;
  /** The world of scripts/story: its steps bring an order to where a story of the phone begins. */
  readonly world: StoryWorld;
  /** Lets a person ask for another code at once. */
  forgetRateLimits(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts everything in memory and launches the mini-program on the headless host. */
export async function startWeappWorld(options: DemoSystemOptions = {}): Promise<WeappWorld> {
  const system = await startDemoSystem(options);
  const origin = { [BUILT_IN_ORIGIN]: system.origin };
  const host = createHost({
    appFolder: WEAPP_FOLDER,
    appId: system.environment.WECHAT_APPID,
    backend: createConsoleBackend({
      consoleUrl: system.standIns.console.url,
      appId: system.environment.WECHAT_APPID ?? '',
      openId: OPEN_ID,
    }),
    network: { origins: origin },
  });
  const [front, back] = await Promise.all([storyPhoto('front'), storyPhoto('back')]);
  host.phone.photos = [front, back, front];
  await host.launch();
  const server: AutomationServer = await serveAutomation(host);
  const miniProgram = await automator.connect({ wsEndpoint: server.wsEndpoint });
  return {
    miniProgram,
    system,
    host,
    wsEndpoint: server.wsEndpoint,
    smsCode: (phone) => system.standIns.tencentCloud.sms(phone)[0]?.code ?? '',
    world: {
      origin: system.origin,
      standIns: system.standIns,
      staffPassword: system.staffPassword,
      async settle() {
        await system.standIns.wechatPay.idle();
        await system.container().dispatcher.drain();
      },
    },
    async forgetRateLimits() {
      const { connection } = system.container();
      await connection.collection('rate_counts').deleteMany({});
      await connection.collection('sms_codes').deleteMany({});
    },
    async stop() {
      miniProgram.disconnect();
      host.kill();
      await server.stop();
      await system.stop();
    },
  };
}
