import type MiniProgram from 'miniprogram-automator/out/MiniProgram';
import { makeIdCardPhoto } from '../../../bff/src/image-check/testing/id-card-photo';
import { hashCheaply } from '../../../bff/src/modules/auth/testing/hash-cheaply';
import { type DemoSystem, type DemoSystemOptions, startDemoSystem } from '../../../scripts/demo/start-demo-system';
import { phonePhoto } from '../../../scripts/story/application-steps';
import type { StoryWorld } from '../../../scripts/story/story-context';
import { createConsoleBackend, type Host } from '../../host';
import type { DeviceFacts } from '../../host/phone/phone';
import { startKeptThreads } from '../../support/kept-threads';
import { connectForeignPhone } from './foreign-phone';
import { type HostedPhone, startHostedPhone } from './hosted-phone';
import type { PhoneOwner } from './phone-owner';

/** Address of a mini-program that somebody else runs, e.g. WeChat's DevTools; absent: the headless host, in this process. */
const FOREIGN_SOCKET = process.env.AUTOMATOR_WS;
/** Port of the API in the build that runs there. */
const FOREIGN_API_PORT = Number(process.env.AUTOMATOR_API_PORT || 3000);

/** 28 characters, as real ones. */
const OPEN_ID = 'oDemo_00000000000000000story';

/** Back end, stand-ins, phone and the client that drives it. */
export interface WeappWorld {
  readonly miniProgram: MiniProgram;
  readonly system: DemoSystem;
  readonly owner: PhoneOwner;
  /** Exceptions of the mini-program, as the protocol tells them. */
  readonly exceptions: readonly unknown[];
  /** The newest code that was sent to a phone. */
  smsCode(phone: string): string;
  /** The world of scripts/story: its steps bring an order to where a story of the phone begins. */
  readonly world: StoryWorld;
  /** Lets a person ask for another code at once. */
  forgetRateLimits(): Promise<void>;
  /** How often an endpoint was called, by outcome: `done` or the code of the refusal; from the audit log. */
  callsOf(endpointId: string): Promise<string[]>;
  stop(): Promise<void>;
}

interface ReachedPhone {
  readonly miniProgram: MiniProgram;
  readonly owner: PhoneOwner;
  stop(): Promise<void>;
}

async function startWorld<Phone extends ReachedPhone>(
  options: DemoSystemOptions,
  reach: (system: DemoSystem) => Promise<Phone>,
): Promise<WeappWorld & { readonly phone: Phone }> {
  hashCheaply();
  const system = await startDemoSystem({ startThreads: startKeptThreads, ...options });
  const phone = await reach(system);
  const exceptions: unknown[] = [];
  phone.miniProgram.on('exception', (exception) => exceptions.push(exception));
  return {
    ...{ phone, system, exceptions, miniProgram: phone.miniProgram, owner: phone.owner },
    smsCode: (number) => system.standIns.tencentCloud.sms(number)[0]?.code ?? '',
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
    async callsOf(endpointId) {
      const records = await system.container().auditEntries.find({ action: endpointId }).sort({ seq: 1 }).lean();
      return records.map(({ outcome }) => outcome);
    },
    async stop() {
      await phone.stop();
      await system.stop();
    },
  };
}

const backendOf = (system: DemoSystem) =>
  createConsoleBackend({
    consoleUrl: system.standIns.console.url,
    appId: system.environment.WECHAT_APPID ?? '',
    openId: OPEN_ID,
  });

/** Five pictures no two of which are alike: whoever picks twice does not get for one side what the other one has. */
const photosOfACard = (): Promise<Buffer[]> =>
  Promise.all([
    phonePhoto('front'),
    phonePhoto('back'),
    makeIdCardPhoto({ side: 'front', seed: 8 }),
    makeIdCardPhoto({ side: 'back', seed: 9 }),
    makeIdCardPhoto({ side: 'front', seed: 10 }),
  ]);
/** Rounds of these that a story takes at most. */
const ROUNDS = 6;

/** The mini-program on the headless host, with all that only the host can do: `host-only/` stories. */
export async function startHostedWorld(
  options: DemoSystemOptions = {},
  device: Partial<DeviceFacts> = {},
): Promise<WeappWorld & { readonly host: Host }> {
  const photos = await photosOfACard();
  const world = await startWorld<HostedPhone>(options, (system) =>
    startHostedPhone({
      ...{ backend: backendOf(system), origin: system.origin, device },
      photos: Array.from({ length: ROUNDS }, () => photos).flat(),
      appId: system.environment.WECHAT_APPID ?? '',
    }),
  );
  return { ...world, host: world.phone.host };
}

/** Starts everything in memory and opens the mini-program: on the headless host, or where AUTOMATOR_WS says. */
export async function startWeappWorld(options: DemoSystemOptions = {}): Promise<WeappWorld> {
  if (!FOREIGN_SOCKET) return startHostedWorld(options);
  const photos = await photosOfACard();
  return startWorld({ ...options, port: FOREIGN_API_PORT }, (system) =>
    connectForeignPhone({ wsEndpoint: FOREIGN_SOCKET, backend: backendOf(system), photos }),
  );
}
