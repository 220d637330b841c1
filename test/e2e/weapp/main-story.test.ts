import { makePerson } from '../../../scripts/story/people';
import { APPLICATION_STEPS } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('the main job in the mini-program', () => {
  let world: WeappWorld;
  beforeAll(async () => {
    world = await startWeappWorld();
  });
  afterAll(() => world.stop());

  it('is done from sign-in to submission, with a signature drawn by touches', async () => {
    const person = makePerson(51);
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} applies for a certificate`);
    for (const { name, run } of APPLICATION_STEPS) {
      await story.step(`${person.name} ${name}`, () => run({ hands, person, smsCode: world.smsCode }));
    }
    const order = await world.system.container().orders.findOne().lean();
    expect(order?.status).toBe('submitted');
    expect(world.exceptions).toEqual([]);
    expect(story.count()).toBe(APPLICATION_STEPS.length);
    expect(await world.owner.countOf('openDocument')).toBe(1);
  });
});
