import { endpoints } from '@acceptance/shared';
import { makePerson } from '../../../scripts/story/people';
import { signInStaff } from '../../../scripts/story/review-and-payment-steps';
import { asShown } from '../../../scripts/story/shown-to-reviewer';
import { newStory } from '../../../scripts/story/walk-story';
import { APPLICATION_STEPS } from './application-walk';
import { handsOn, type PhoneHands } from './phone-hands';
import { tellStory } from './story-teller';
import { startWeappWorld, type WeappWorld } from './weapp-world';

/** Taps every button of the way twice before anything can be drawn in between. */
const nervous = (hands: PhoneHands): PhoneHands => ({ ...hands, tap: (label) => hands.doubleTap(label) });

describe('a person who taps everything twice', () => {
  let world: WeappWorld;
  const person = makePerson(62);
  beforeAll(async () => {
    world = await startWeappWorld();
  });
  afterAll(() => world.stop());

  it('does everything once, from sign-in to payment', async () => {
    const hands = nervous(handsOn(world.miniProgram));
    const story = tellStory(`${person.name} taps everything twice`);
    const { orders } = world.system.container();
    await world.owner.agreesToPrivacy();
    for (const { name, run } of APPLICATION_STEPS) {
      await story.step(`${person.name} ${name}`, () => run({ hands, person, smsCode: world.smsCode }));
    }
    await story.step('the authority approves', async () => {
      const office = newStory(world.world, { person });
      await signInStaff(office);
      const submitted = await orders.findOne().lean();
      const params = { orderId: String(submitted?._id) };
      const shown = await office.staff.call(endpoints.staff.readOrder, { params });
      await office.staff.call(endpoints.staff.approveOrder, { params, body: asShown(shown) });
    });
    await story.step('pays', async () => {
      await hands.tap('查看申请进度');
      await hands.tap(/去支付/);
      await hands.see('应付金额');
      await hands.tap(/^去支付/);
      await hands.see('支付成功');
    });
    const calls = [
      ...['auth.requestSmsCode', 'auth.signInWithSmsCode', 'orders.createOrder', 'identity.verifyIdentity'],
      ...['contracts.recordConsent', 'contracts.signContract', 'contracts.acknowledgeContract'],
      ...['orders.submitOrder', 'payments.startPayment'],
    ];
    for (const id of calls) {
      expect([id, await world.callsOf(id)]).toEqual([id, ['done']]);
    }
    expect(await orders.countDocuments()).toBe(1);
    const order = await orders.findOne().lean();
    expect(order?.status).toBe('paid');
    expect(order?.attempts).toHaveLength(1);
    expect(world.exceptions).toEqual([]);
  });
});
