import { type DeskWork, endpoints, MOST_COUNTED, type StaffRole } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { type StaffPerson, staffPerson } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { useSystem } from '../support/test-system';
import { financeOf, moneyOf } from '../support/transferring';

const system = useSystem();

const countsFor = async ({ client }: Pick<StaffPerson, 'client'>) => {
  const { counts } = await client.call(endpoints.desk.readCounts, {});
  return Object.fromEntries(counts.map(({ work, ...count }) => [work, count])) as Partial<
    Record<DeskWork, { waiting: number; late: number }>
  >;
};

describe('the numbers of the menu', () => {
  let reviewer: StaffPerson;
  let finance: StaffPerson;
  beforeAll(async () => {
    reviewer = await staffPerson(system(), ['reviewer']);
    finance = await staffPerson(system(), ['finance']);
  });

  it('are of what the roles do, and of nothing else', async () => {
    const worksFor = async (roles: StaffRole[]) => Object.keys(await countsFor(await staffPerson(system(), roles)));
    expect(await worksFor(['reviewer'])).toEqual([
      'review',
      'tasks',
      'identity-checks',
      'phone-changes',
      'staff-changes',
    ]);
    expect(await worksFor(['finance'])).toEqual(['tasks', 'refunds', 'transfers', 'invoices', 'staff-changes']);
    expect(await worksFor(['issuer'])).toEqual(['tasks', 'issuing', 'deliveries', 'staff-changes']);
    expect(await worksFor(['administrator'])).toEqual(['tasks', 'staff-changes']);
  });

  it('follow what is handed in and decided, and say what is late', async () => {
    // The first of its kind is copied from one that waits, too.
    await copyAt(system(), 'submit');
    const before = await countsFor(reviewer);
    const context = await copyAt(system(), 'submit');
    expect((await countsFor(reviewer)).review).toEqual({ waiting: (before.review?.waiting ?? 0) + 1, late: 0 });
    const { orders } = system().container();
    const { _id } = await storedOrder(system(), context);
    await orders.updateOne({ _id }, { $set: { reviewPromisedBy: new Date(system().clock.now().getTime() - 1) } });
    expect((await countsFor(reviewer)).review?.late).toBe(1);
    await orders.updateOne({ _id }, { $set: { retainedUntil: new Date() } });
    expect((await countsFor(reviewer)).review).toEqual(before.review);
  });

  it('count money that belongs to nobody together with slips', async () => {
    await financeOf(finance).record(moneyOf(1_00));
    await system().settle();
    expect((await countsFor(finance)).transfers).toEqual({ waiting: 1, late: 0 });
  });

  it('stop at a ceiling', async () => {
    const { tasks } = system().container();
    const late = new Date(0);
    const task = { kind: 'review-late', role: 'reviewer', facts: {}, openedAt: late, dueAt: late, closedAt: null };
    const many = Array.from({ length: MOST_COUNTED + 20 }, (_, index) => ({ ...task, subject: `order:${index}` }));
    await tasks.insertMany(many);
    const above = MOST_COUNTED + 1;
    expect((await countsFor(reviewer)).tasks).toEqual({ waiting: above, late: above });
    expect((await countsFor(finance)).tasks?.waiting).toBeLessThan(above);
    await tasks.deleteMany({ openedAt: late });
  });
});

describe('the search of the desk', () => {
  let context: StoryContext;
  let people: Record<'reviewer' | 'finance' | 'administrator', StaffPerson>;
  beforeAll(async () => {
    context = await copyAt(system(), 'submit');
    people = {
      reviewer: await staffPerson(system(), ['reviewer']),
      finance: await staffPerson(system(), ['finance']),
      administrator: await staffPerson(system(), ['administrator']),
    };
  });
  const search = (typed: string, who: keyof typeof people = 'reviewer') =>
    people[who].client.call(endpoints.desk.searchOrders, { body: { search: typed } });
  const numbersFor = async (typed: string) => (await search(typed)).items.map(({ orderNumber }) => orderNumber);
  const unitOf = () => {
    const { unit } = orderOf(context).form;
    return { name: unit?.name ?? '', code: unit?.unifiedSocialCreditCode ?? '' };
  };

  it('finds an order by its number, by the beginning of it, and however it is typed', async () => {
    const { orderNumber } = orderOf(context);
    for (const typed of [orderNumber, orderNumber.toLowerCase(), orderNumber.replaceAll('-', ' ')]) {
      expect(await numbersFor(typed)).toEqual([orderNumber]);
    }
    expect(await numbersFor(orderNumber.slice(0, -2))).toContain(orderNumber);
  });

  it('finds it by name, phone number, unit and code of the unit, whole and however they are typed', async () => {
    const { orderNumber } = orderOf(context);
    const { name, phone } = context.person;
    const { name: unit, code } = unitOf();
    const spaced = `+86 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`;
    for (const typed of [
      name,
      phone,
      spaced,
      unit,
      ` ${unit.replace('（', '(').replace('）', ')')}`,
      code.toLowerCase(),
    ]) {
      expect(await numbersFor(typed)).toContain(orderNumber);
    }
    expect(await numbersFor(`${name}某`)).toEqual([]);
    expect(await numbersFor(unit.slice(0, 4))).toEqual([]);
  });

  it('says whose it is to who works on it, masked, and to administrators only that there is one', async () => {
    const [found] = (await search(context.person.phone)).items;
    expect(found).toMatchObject({ status: 'submitted', unitName: unitOf().name });
    expect(found?.applicantNameMasked).toContain('*');
    expect(JSON.stringify(found)).not.toContain(context.person.phone);
    const [seen] = (await search(context.person.phone, 'administrator')).items;
    expect(seen).toMatchObject({ orderNumber: found?.orderNumber, unitName: null, applicantNameMasked: null });
  });

  it('finds no drafts, and nothing of who has left', async () => {
    const draft = await copyAt(system(), 'form');
    expect(await numbersFor(orderOf(draft).orderNumber)).toEqual([]);
    const left = await copyAt(system(), 'submit');
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(left).id }, { $set: { retainedUntil: new Date() } });
    expect(await numbersFor(orderOf(left).orderNumber)).toEqual([]);
  });

  it('is not by ID number, and says what to use instead', async () => {
    const untouched = async () => null;
    await expectError(() => search(context.person.idNumber), 'desk.no_search_by_id_number', untouched);
  });

  it('leaves the kind of the search in the audit log, and what was typed nowhere', async () => {
    const { name, phone } = context.person;
    await Promise.all([search(name), search(phone), search(unitOf().code)]);
    const { auditEntries } = system().container();
    const entries = await auditEntries.find({ action: endpoints.desk.searchOrders.id }).lean();
    const kinds = entries.map(({ notes }) => notes?.searchedBy);
    expect(kinds).toEqual(expect.arrayContaining(['order-number', 'name', 'phone', 'unit-code']));
    const written = JSON.stringify(entries) + system().logText();
    for (const typed of [name, unitOf().name, unitOf().code]) {
      expect(written).not.toContain(typed);
    }
    expect(JSON.stringify(entries)).not.toContain(phone);
  });
});
