import { makeAgent } from '../../../../scripts/story/people';
import { APPLICATION_STEPS } from '../application-walk';
import { handsOn } from '../phone-hands';
import { tellStory } from '../story-teller';
import { startHostedWorld } from '../weapp-world';

describe('a mini-program that is killed', () => {
  let world: Awaited<ReturnType<typeof startHostedWorld>>;
  beforeAll(async () => {
    world = await startHostedWorld();
  });
  afterAll(() => world.stop());

  it('comes back to the same place after every step, with nothing lost', async () => {
    const person = makeAgent(52);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name}’s phone kills the app after every step`);
    for (const { name, run } of APPLICATION_STEPS) {
      await story.step(`${person.name} ${name}`, () => run({ hands, person, smsCode: world.smsCode }));
      await story.step('… the app is killed and opened again', async () => {
        await hands.rest();
        world.host.kill();
        await world.host.launch();
        await hands.see('您好');
      });
      const order = await world.system.container().orders.findOne().lean();
      if (order?.status === 'draft') {
        await story.step('… and goes on from the home page', () => hands.tap(/^继续/));
      }
    }
    expect(await world.system.container().orders.countDocuments()).toBe(1);
    const order = await world.system.container().orders.findOne().lean();
    expect(order?.status).toBe('submitted');
    expect(world.exceptions).toEqual([]);
  });
});
