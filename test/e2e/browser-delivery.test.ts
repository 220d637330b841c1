import { type DeliveryWay, endpoints } from '@acceptance/shared';
import { DEMO_STAFF } from '../../scripts/demo/seed-demo';
import { signInByPhone } from '../../scripts/story/browser/applicant-walk';
import {
  confirmReceipt,
  followParcel,
  handOverAtDesk,
  importNumbers,
  readPickUpCode,
  sendAtDesk,
} from '../../scripts/story/browser/delivery-walk';
import { DESK, openPage, PHONE } from '../../scripts/story/browser/open-browser';
import { handsOn } from '../../scripts/story/browser/page-hands';
import { type StaffWalk, signInToDesk } from '../../scripts/story/browser/staff-walk';
import { makePerson } from '../../scripts/story/people';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { EMS, madeAtDesk, SCANNED } from '../support/delivery-people';
import { useH5 } from './h5-world';

jest.setTimeout(240_000);

/** China Post inland: 13 digits. */
const NUMBER = '1200000000017';
const station = async () => undefined;

describe('a UKey on its way to its holder, in Chromium', () => {
  const h5 = useH5();

  /** An applicant whose UKey lies at the desk, made and checked. */
  const atDesk = (person: number, delivery: DeliveryWay) => madeAtDesk(h5.world, makePerson(person), delivery);

  async function desk(story: StoryContext) {
    const { page, problems } = await openPage(h5.browser, DESK);
    const walk: StaffWalk = {
      ...{ hands: handsOn(page), origin: h5.origin, orderNumber: orderOf(story).orderNumber, station },
      ...{ username: DEMO_STAFF.username, password: h5.system.staffPassword },
    };
    await signInToDesk(walk);
    return { walk, problems };
  }

  async function phone({ person }: StoryContext) {
    await h5.forgetRateLimits();
    const { page, problems } = await openPage(h5.browser, PHONE);
    const hands = handsOn(page);
    await signInByPhone({ hands, origin: h5.origin, person, readSmsCode: h5.smsCode, station });
    return { walk: { hands, origin: h5.origin }, problems };
  }

  const statusOf = async (story: StoryContext) =>
    (await story.applicant.call(endpoints.orders.readOrder, { params: { orderId: orderOf(story).id } })).status;

  it('is sent by a scanner and Enter, followed on a phone, and confirmed there', async () => {
    const story = await atDesk(95, 'courier');
    const { walk, problems } = await desk(story);
    await sendAtDesk(walk, NUMBER);
    expect(await statusOf(story)).toBe('delivered');
    await h5.settle();

    await h5.system.standIns.kuaidi100.scan(EMS, NUMBER, { state: SCANNED.arriving, text: '【演示】正在派送' });
    await h5.settle();
    const receiver = await phone(story);
    await followParcel(receiver.walk);
    await receiver.walk.hands.see('【演示】正在派送');
    await receiver.walk.hands.see(NUMBER);
    await confirmReceipt(receiver.walk);
    expect(await statusOf(story)).toBe('completed');
    expect([...problems, ...receiver.problems]).toEqual([]);
  });

  it('is sent by a file of numbers, whose wrong line stops nothing', async () => {
    const story = await atDesk(97, 'courier');
    const { walk, problems } = await desk(story);
    await importNumbers(walk, [
      ['CGY000000000000', '1200000000024'],
      [walk.orderNumber, '1200000000031'],
    ]);
    await walk.hands.see('已登记 1 条，0 条早已登记，1 条没有登记');
    expect(await statusOf(story)).toBe('delivered');
    const params = { orderId: orderOf(story).id };
    const { parcels } = await story.applicant.call(endpoints.deliveries.readOwn, { params });
    expect(parcels).toMatchObject([{ trackingNumber: '1200000000031' }]);
    expect(problems).toEqual([]);
  });

  it('is fetched with the code on a phone, a compared document and a signature at the desk', async () => {
    const story = await atDesk(96, 'pick-up');
    const receiver = await phone(story);
    const code = await readPickUpCode(receiver.walk);
    expect(code.replace(/ /g, '')).toMatch(/^[0-9A-Z]{12}$/);

    const { walk, problems } = await desk(story);
    await handOverAtDesk(walk, code);
    expect(await statusOf(story)).toBe('completed');
    const params = { orderId: orderOf(story).id };
    const { collected } = await story.staff.call(endpoints.deliveryDesk.readDelivery, { params });
    expect(collected).toMatchObject({ by: 'holder' });
    expect([...problems, ...receiver.problems]).toEqual([]);
  });
});
