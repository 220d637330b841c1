import { endpoints, type IdCardReadingView, idCardCheckCharacter, type OrderView } from '@acceptance/shared';
import { noteCard } from '../../bff/src/image-check/testing/note-card';
import { storyPhoto, upload } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { orderState, storedOrder } from '../support/stored-state';
import { meet, nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

type Side = 'front' | 'back';
type Card = Parameters<typeof noteCard>[2];

const system = useSystem();
const BACK = { authority: '示例市公安局', validDate: '2020.01.01-2040.01.01' };
const OF_SIDE = { front: 'frontFileId', back: 'backFileId' } as const;

let context: StoryContext;
beforeEach(async () => {
  context = await meet(system(), 'sign-in', 'start', 'identity');
});

const asked = (): number =>
  system()
    .standIns.requests.list('tencent-cloud')
    .filter(({ operation }) => operation === 'IDCardOCR').length;
const own = (changes: Card = {}): Card => ({
  name: context.person.name,
  idNumber: context.person.idNumber,
  ...changes,
});
const photographed = async (side: Side, card: Card): Promise<string> =>
  upload(context, `id-card-${side}`, noteCard(await storyPhoto(side), side, card), 'image/jpeg');
const put = (side: Side, fileId: string, asIs?: boolean): Promise<OrderView> =>
  context.applicant.call(endpoints.orders.saveIdCard, {
    params: paramsOf(context),
    body: { [OF_SIDE[side]]: fileId, asIs },
  });
const take = async (side: Side, card: Card): Promise<IdCardReadingView> =>
  (await put(side, await photographed(side, card))).idCardReading;
const read = (): Promise<OrderView> =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
const storedReadings = async () => (await storedOrder(system(), context)).cardReadings ?? [];

describe('a photo of the ID card that is put into an application', () => {
  it('is read, and its owner sees in full what was made out', async () => {
    const { name, idNumber } = context.person;
    expect(await take('front', own())).toEqual({ front: { name, idNumber, problems: [] }, back: null });
    expect((await take('back', BACK)).back).toEqual({
      authority: '示例市公安局',
      validFrom: '2020-01-01',
      validUntil: '2040-01-01',
      problems: [],
    });
    expect((await read()).idCardReading.front?.idNumber).toBe(idNumber);
  });

  it('is read while nobody is verified yet, and compared once somebody is', async () => {
    context = await meet(system(), 'sign-in', 'start');
    const other = nextPerson();
    expect((await take('front', other)).front?.problems).toEqual([]);
    await takeSteps(context, 'identity');
    expect((await read()).idCardReading.front?.problems).toEqual(['name-differs', 'number-differs']);
  });

  it('is compared however the name and the number are written', async () => {
    const { name, idNumber } = context.person;
    const written = { name: ` ${name} `, idNumber: idNumber.toLowerCase() };
    expect((await take('front', written)).front?.problems).toEqual([]);
  });

  it.each<[Side, Card, string[]]>([
    ['front', { warnings: [-9102] }, ['copy']],
    ['front', { warnings: [-9103, -9105] }, ['re-shot', 'covered']],
    ['front', { warnings: [-9104] }, ['temporary']],
    ['front', { idNumber: '' }, ['unclear']],
    ['front', { failure: 'FailedOperation.ImageBlur' }, ['blurred']],
    ['back', { ...BACK, warnings: [-9109] }, ['dates']],
    ['back', { authority: '示例市公安局' }, ['unclear']],
    ['back', { ...BACK, validDate: '2010.07.21-长期' }, []],
    ['back', { ...BACK, validDate: '2016.11.23-2026.11.23' }, []],
  ])('of the %s with %j is taken with the advice %j', async (side, card, problems) => {
    const reading = await take(side, side === 'front' ? own(card) : card);
    expect(reading[side]?.problems).toEqual(problems);
    expect((await read()).idCard[side]).not.toBeNull();
  });

  it('lies sealed in the database and stands in no log', async () => {
    await take('front', own());
    const text = JSON.stringify(await storedReadings());
    expect(text).toContain('"reading":"v2.');
    for (const secret of [context.person.name, context.person.idNumber]) {
      expect(text).not.toContain(secret);
      expect(system().logText()).not.toContain(secret);
    }
  });

  it('takes what was read of it along when another one has its place', async () => {
    await take('front', own());
    await take('back', BACK);
    await take('front', own({ warnings: [-9102] }));
    const sealed = (await storedReadings()).map(({ side, reading }) => [side, reading !== null]);
    expect(sealed).toEqual([
      ['front', false],
      ['back', true],
      ['front', true],
    ]);
    expect((await read()).idCardReading).toMatchObject({ front: { problems: ['copy'] }, back: { problems: [] } });
  });
});

describe('a photo that is refused, and does not come into the application', () => {
  const NOTHING = { ...BACK, failure: 'FailedOperation.ImageNoIdCard' };
  it.each<[string, Side, Card, Parameters<typeof expectError>[1]]>([
    ['of an expired card', 'back', { ...BACK, validDate: '2016.11.22-2026.11.22' }, 'files.card_expired'],
    ['without a card', 'front', NOTHING, 'files.card_missing'],
    ['of several cards', 'back', { failure: 'FailedOperation.MultiCardError' }, 'files.several_cards'],
    ['of the other side', 'back', { failure: 'FailedOperation.CardSideError' }, 'files.card_wrong_side'],
  ])('%s', async (_what, side, card, code) => {
    const fileId = await photographed(side, card);
    const placed = async () => (await orderState(system(), context)()).idCard;
    const refused = await expectError(() => put(side, fileId), code, placed);
    expect(refused.next).not.toBe('');
    const before = asked();
    await expectError(() => put(side, fileId), code, orderState(system(), context));
    expect(asked()).toBe(before);
    expect((await storedReadings()).map(({ reading }) => reading)).toEqual([null]);
  });

  it('leaves the photo of before in its place, with what was read of it', async () => {
    const first = await take('back', BACK);
    const expired = await photographed('back', { ...BACK, validDate: '2000.01.01-2010.01.01' });
    await expectError(() => put('back', expired), 'files.card_expired');
    expect((await read()).idCardReading).toEqual(first);
  });

  it('is taken when the applicant says that it is right, and says so', async () => {
    const fileId = await photographed('front', NOTHING);
    await expectError(() => put('front', fileId), 'files.card_missing');
    expect((await put('front', fileId, true)).idCardReading.front?.problems).toEqual(['no-card']);
  });

  it('stays refused when its card has expired, whatever the applicant says', async () => {
    const fileId = await photographed('back', { ...BACK, validDate: '2000.01.01-2010.01.01' });
    await expectError(() => put('back', fileId, true), 'files.card_expired');
  });
});

describe('a reader that does not answer', () => {
  it.each(['server-error', 'garbled', 'rate-limited'] as const)('(%s) keeps no photo back', async (fault) => {
    const fileId = await photographed('front', own());
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault });
    const { idCard, idCardReading } = await put('front', fileId);
    expect(idCard.front?.id).toBe(fileId);
    expect(idCardReading.front).toEqual({ name: null, idNumber: null, problems: ['no-answer'] });
  });

  it('is not asked about the same photo again', async () => {
    const fileId = await photographed('front', own());
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await put('front', fileId);
    system().standIns.faults.reset();
    const before = asked();
    expect((await put('front', fileId)).idCardReading.front?.problems).toEqual(['no-answer']);
    expect(asked()).toBe(before);
  });
});

it('of a residence permit is not given to a reader that knows resident cards only', async () => {
  context = await meet(system(), 'sign-in', 'start');
  const first17 = '81000019900101001';
  const idNumber = `${first17}${idCardCheckCharacter(first17)}`;
  context = await takeSteps({ ...context, person: { ...context.person, idNumber } }, 'identity');
  const before = asked();
  const reading = await take('front', { failure: 'FailedOperation.ImageNoIdCard' });
  expect(reading.front?.problems).toEqual(['other-document']);
  expect(asked()).toBe(before);
});

describe('what readings cost', () => {
  it('is paid once for a photo, however often and by how many calls at once it is put in', async () => {
    const fileId = await photographed('front', own());
    const before = asked();
    await Promise.all([put('front', fileId), put('front', fileId), put('front', fileId)]);
    const { idCardReading } = await put('front', fileId);
    expect(idCardReading.front?.problems).toEqual([]);
    expect(asked()).toBe(before + 1);
  });

  it('is bounded for an account and a day; then photos are taken unread', async () => {
    const before = asked();
    for (let photo = 0; photo < 10; photo += 1) {
      await take('front', own());
    }
    expect((await take('front', own())).front).toEqual({ name: null, idNumber: null, problems: ['not-asked'] });
    expect(asked()).toBe(before + 10);
    system().clock.advance(24 * 3_600_000);
    await takeSteps(context, 'sign-in');
    expect((await take('front', own())).front?.problems).toEqual([]);
  });

  it('of a refused photo that two calls put in at once ends with the photo outside', async () => {
    const fileId = await photographed('back', { ...BACK, validDate: '2000.01.01-2010.01.01' });
    const outcomes = await Promise.all([outcomeOf(put('back', fileId)), outcomeOf(put('back', fileId))]);
    expect(countOutcomes(outcomes)['files.card_expired']).toBeGreaterThanOrEqual(1);
    expect((await read()).idCard.back).toBeNull();
  });
});

it('shows a reviewer masked what was read and what is odd, beside the photos', async () => {
  context = await walkTo(system(), 'staff-sign-in');
  const { front, back } = (
    await context.staff.call(endpoints.staff.readOrder, { params: { orderId: orderOf(context).id } })
  ).idCardReading;
  expect(front).toEqual({
    nameMasked: expect.stringContaining('*'),
    idNumberMasked: expect.stringContaining('****'),
    problems: [],
  });
  expect(back).toEqual({ validUntil: '2040-01-01', problems: [] });
  expect(JSON.stringify(front)).not.toContain(context.person.idNumber);
});
