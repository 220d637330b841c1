import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { handsOn } from './phone-hands';
import { signInAsStaff } from './staff-walk';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('a reviewer with only a phone at hand', () => {
  let world: WeappWorld;
  beforeAll(async () => {
    world = await startWeappWorld();
    await walkStory(world.world, { person: makePerson(60), until: 'submit' });
  });
  afterAll(() => world.stop());

  it('signs in, looks at the application and approves it', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory('a reviewer approves on the train');
    const { orders } = world.system.container();
    const order = await orders.findOne().lean();
    await story.step('signs in at the staff entrance', () => signInAsStaff(hands, world));
    await story.step('opens the application and sees its photos', async () => {
      await hands.tap(new RegExp(`打开申请 ${order?.orderNumber}`));
      await hands.see('身份证人像面');
      await hands.rest();
    });
    await story.step('approves without waiting for second thoughts', async () => {
      // Until the photos have been there for a moment a tap decides nothing.
      await hands.waitFor('the decision', async () => {
        await hands.tap('通过');
        await hands.rest();
        return (await hands.read()).includes('立即提交');
      });
      await hands.tap('立即提交');
      await hands.rest();
    });
    expect((await orders.findOne().lean())?.status).toBe('approved');
    expect(world.exceptions).toEqual([]);
  });
});
