import { makePerson } from '../../../scripts/story/people';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('a network that dies at the moment of submission', () => {
  let world: WeappWorld;
  const person = makePerson(54);
  beforeAll(async () => {
    world = await startWeappWorld();
    await walkStory(world.world, { person, until: 'attachments' });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('loses nothing, and a nervous second tap submits once', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} submits in a lift`);
    const { orders } = world.system.container();
    await story.step('signs in and goes on to the last page', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.tap(/^继续/);
      await hands.find('button', '提交申请');
    });
    await story.step('submits without a network and reads that all is kept', async () => {
      await world.owner.hasNetwork(false);
      await hands.doubleTap('提交申请');
      await hands.see(/网络连接不上/);
      expect((await orders.findOne().lean())?.status).toBe('draft');
    });
    await story.step('taps twice when the network is back, and it is submitted once', async () => {
      await world.owner.hasNetwork(true);
      await hands.doubleTap('提交申请');
      await hands.see('申请已提交');
    });
    const order = await orders.findOne().lean();
    expect(order?.status).toBe('submitted');
    expect(order?.history.filter((entry) => entry.event === 'submit')).toHaveLength(1);
    expect(world.exceptions).toEqual([]);
  });
});
