import { makeAgent } from '../../../../scripts/story/people';
import { APPLICATION_STEPS, readContract } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('a mini-program that is killed while the contract is read', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  beforeAll(async () => {
    world = await startHostedWorld();
  });
  afterAll(() => world.stop());

  it('keeps the time that was spent on each part of it, until it is agreed to', async () => {
    const person = makeAgent(53);
    const hands = handsOn(world.miniProgram);
    const walk = { hands, person, smsCode: world.smsCode };
    const story = tellStory(`${person.name}’s phone kills the app while the contract is read`);
    const reading = APPLICATION_STEPS.findIndex(({ run }) => run === readContract);
    for (const { name, run } of APPLICATION_STEPS.slice(0, reading)) {
      await story.step(`${person.name} ${name}`, () => run(walk));
    }
    const stored = () => world.system.container().orders.findOne().lean();
    const key = `contract-reading-${(await stored())!._id.toHexString()}`;
    const kept = () => world.miniProgram.callWxMethod('getStorageSync', key);
    await story.step('… opens it, and after a while the app is killed', async () => {
      await hands.see('先看要点');
      await hands.waitFor('a time that is kept', async () => Boolean(await kept()));
      world.host.kill();
    });
    await story.step('… comes back, reads on and agrees', async () => {
      await world.host.launch();
      await hands.see('您好');
      await hands.tap(/^继续/);
      await readContract(walk);
      await hands.see('签署');
    });
    await hands.waitFor('the consent', async () => Boolean((await stored())?.contract.consent));
    const { readingSeconds, reading: told } = (await stored())!.contract.consent!;
    // What stood on the screen before the app was killed, and what flew past afterwards.
    expect(readingSeconds).toBeGreaterThanOrEqual(5);
    expect(told!.sections[0]).toEqual({ id: 'key-points', seconds: expect.any(Number) });
    expect(told!.sections[0]!.seconds).toBeGreaterThanOrEqual(4);
    expect(told!.sections.at(-1)!.seconds).toBeLessThan(readingSeconds);
    expect(await kept()).toBe('');
    expect(world.exceptions).toEqual([]);
  });
});
