import { endpoints } from '@acceptance/shared';
import { makePerson } from '../../../scripts/story/people';
import { asShown } from '../../../scripts/story/shown-to-reviewer';
import { walkStory } from '../../../scripts/story/walk-story';
import { signIn } from './application-walk';
import { handsOn } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

describe('an application that came back', () => {
  let world: WeappWorld;
  const person = makePerson(59);
  beforeAll(async () => {
    world = await startWeappWorld();
    const { staff, order } = await walkStory(world.world, { person, until: 'staff-sign-in' });
    const params = { orderId: order?.id ?? '' };
    const shown = await staff.call(endpoints.staff.readOrder, { params });
    const marks = [{ field: 'id-card-front', reason: 'glare', note: '左上角' } as const];
    await staff.call(endpoints.staff.returnOrder, { params, body: { ...asShown(shown), marks } });
    await world.forgetRateLimits();
  });
  afterAll(() => world.stop());

  it('is mended where it was marked and handed in again', async () => {
    const hands = handsOn(world.miniProgram);
    const story = tellStory(`${person.name} takes one photo again`);
    await world.owner.agreesToPrivacy();
    const saved = (await world.callsOf('orders.saveIdCard')).length;
    await story.step('signs in and reads what is to be mended', async () => {
      await signIn({ hands, person, smsCode: world.smsCode });
      await hands.see('申请需要补充');
      await hands.tap(/补充/);
    });
    await story.step('goes to the marked photo and takes it again', async () => {
      await hands.see('有反光');
      await hands.tap(/^身份证人像面/);
      await hands.tap('从相册选身份证人像面');
      // The old photo stays to be seen until the new one has arrived.
      await hands.waitFor('the new photo', async () => (await world.callsOf('orders.saveIdCard')).length > saved);
      await hands.rest();
    });
    await story.step('hands it in again', async () => {
      await hands.tap('拍好了，去提交');
      await hands.tap('提交申请');
      await hands.see('申请已提交');
    });
    const order = await world.system.container().orders.findOne().lean();
    expect(order?.status).toBe('submitted');
    expect(world.exceptions).toEqual([]);
  });
});
