import type { ChildProcess } from 'node:child_process';
import { endBff, spawnBff, waitUntilReady } from '../../scripts/demo/bff-process';
import { freePort } from '../../scripts/demo/free-port';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import { makePerson } from '../../scripts/story/people';
import type { StoryWorld } from '../../scripts/story/story-context';
import { STORY_STEPS, walkStory } from '../../scripts/story/walk-story';

jest.setTimeout(300_000);

/**
 * After these the process is killed for real: something was just stored that the next step needs. A restart after every
 * single step, in one process, is in test/integration/restarts.test.ts; a boot here costs seconds.
 */
const KILLED_AFTER: readonly string[] = ['identity', 'signature', 'sign', 'submit', 'approve', 'start-payment', 'pay'];

describe('a BFF that is killed', () => {
  let system: DemoSystem;
  let bff: ChildProcess;
  let origin: string;
  let environment: Record<string, string>;

  const boot = async () => {
    bff = await spawnBff(environment);
    await waitUntilReady(bff, origin);
  };

  /** Until no job of the order is due any more. A leased job is due later, and so counts as done when it is removed. */
  const settle = async () => {
    const { orders } = system.container();
    for (;;) {
      const order = await orders.findOne().lean();
      const soon = new Date(Date.now() + 10 * 60_000);
      if (order?.outbox.every((entry) => entry.availableAt > soon)) {
        return;
      }
      await new Promise((again) => setTimeout(again, 20));
    }
  };

  beforeAll(async () => {
    system = await startDemoSystem({ runJobs: false });
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    environment = {
      ...system.environment,
      PORT: String(port),
      LOG_LEVEL: 'error',
      WECHAT_PAY_NOTIFY_URL: `${origin}/api/callbacks/wechat-pay`,
    };
    await boot();
  });

  afterAll(async () => {
    await endBff(bff, 'SIGKILL');
    await system.stop();
  });

  it('continues the story where it was, with nothing lost and nothing done twice', async () => {
    const world: StoryWorld = { origin, standIns: system.standIns, staffPassword: system.staffPassword, settle };
    const walked: string[] = [];
    const context = await walkStory(world, {
      person: makePerson(31),
      afterEach: async (step) => {
        walked.push(step.id);
        if (KILLED_AFTER.includes(step.id)) {
          await endBff(bff, 'SIGKILL');
          await boot();
        }
      },
    });
    expect(walked).toEqual(STORY_STEPS.map((step) => step.id));
    expect(context.order?.status).toBe('paid');
    const messages = system.standIns.tencentCloud.sms(context.person.phone).map((sms) => sms.templateId);
    expect(messages.filter((id) => id === 'demo-review-approved')).toHaveLength(1);
    expect(system.standIns.wechatPay.payments().filter((payment) => payment.state === 'SUCCESS')).toHaveLength(1);
  });

  it('stops in order on SIGTERM', async () => {
    await endBff(bff, 'SIGTERM');
    expect(bff.exitCode).toBe(0);
  });
});
