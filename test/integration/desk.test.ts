import { type DeskWork, endpoints, MOST_COUNTED, type StaffRole } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { copyAt, paidOrder } from '../support/order-copies';
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
    expect(await worksFor(['finance'])).toEqual([
      'tasks',
      'refunds',
      'transfers',
      'invoices',
      'reconciliation',
      'staff-changes',
    ]);
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
    const untouched = { redo: null, claimedBy: null, redoneAt: null, closedAt: null, closedBy: null, outcome: null };
    const task = { ...untouched, kind: 'review-overdue', role: 'reviewer', facts: {}, openedAt: late, dueAt: late };
    const many = Array.from({ length: MOST_COUNTED + 20 }, (_, index) => ({
      ...task,
      note: null,
      subject: `order:${index}`,
    }));
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

describe('the filters of the queue', () => {
  let reviewer: StaffPerson;
  let context: StoryContext;
  beforeAll(async () => {
    reviewer = await staffPerson(system(), ['reviewer']);
    context = await copyAt(system(), 'submit');
  });
  const numbers = async (
    query: { late?: 'yes'; flagged?: 'yes'; projectId?: string },
    { client }: Pick<StaffPerson, 'client'> = reviewer,
  ) => {
    const { items, total } = await client.call(endpoints.staff.listQueue, { query: { limit: '50', ...query } });
    expect(total).toBe(items.length);
    return items.map(({ orderNumber }) => orderNumber);
  };
  const setFields = async (fields: object) => {
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $set: fields });
  };

  it('narrow it to a project, to what is late and to what has flags', async () => {
    const { orderNumber, project } = orderOf(context);
    expect(await numbers({ projectId: project.id })).toContain(orderNumber);
    expect(await numbers({ projectId: 'another-project' })).toEqual([]);
    expect(await numbers({ late: 'yes' })).not.toContain(orderNumber);
    await setFields({ reviewPromisedBy: new Date(0), riskFlagCount: 2 });
    expect(await numbers({ late: 'yes', flagged: 'yes', projectId: project.id })).toEqual([orderNumber]);
    await setFields({ riskFlagCount: 0 });
    expect(await numbers({ late: 'yes', flagged: 'yes' })).toEqual([]);
  });

  it('tell who does not review nothing of flags', async () => {
    const finance = await staffPerson(system(), ['finance']);
    await setFields({ riskFlagCount: 0 });
    expect(await numbers({ flagged: 'yes' }, finance)).toContain(orderOf(context).orderNumber);
  });
});

describe('the figures', () => {
  const TODAY = { query: { from: '2026-11-23', to: '2026-11-23' } };
  const figuresFor = ({ client }: Pick<StaffPerson, 'client'>, span = TODAY) =>
    client.call(endpoints.desk.readFigures, span);
  let people: Record<'reviewer' | 'finance' | 'administrator', StaffPerson>;
  let returned: StoryContext;
  beforeAll(async () => {
    people = {
      reviewer: await staffPerson(system(), ['reviewer']),
      finance: await staffPerson(system(), ['finance']),
      administrator: await staffPerson(system(), ['administrator']),
    };
    await paidOrder(system());
    returned = await copyAt(system(), 'submit');
    const { client } = people.reviewer;
    const params = { orderId: orderOf(returned).id };
    const { revision, shownSha256 } = await client.call(endpoints.staff.claimOrder, { params });
    const marks = [
      { field: 'id-card-front', reason: 'glare' } as const,
      { field: 'unit', reason: 'mismatch' } as const,
    ];
    await client.call(endpoints.staff.returnOrder, { params, body: { revision, shownSha256, marks } });
    await system().settle();
  });

  it('count decisions, reasons of returns and what is late, by project and by reviewer', async () => {
    const { review, open } = await figuresFor(people.administrator);
    expect(review).toMatchObject({ returned: 1, rejected: 0, late: 0 });
    expect(review?.approved).toBeGreaterThan(0);
    expect(review?.reasons).toEqual([
      { reason: 'glare', count: 1 },
      { reason: 'mismatch', count: 1 },
    ]);
    const own = review?.reviewers.find(({ returned: count }) => count === 1);
    expect(own).toMatchObject({ approved: 0, returned: 1, measured: 1 });
    const all = review?.projects.reduce((sum, { approved }) => sum + approved, 0);
    expect(all).toBe(review?.approved);
    expect(open.find(({ status }) => status === 'returned')?.ages['1']).toBeGreaterThan(0);
  });

  it('say which decision came after its promise', async () => {
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(returned).id }, { $set: { reviewPromisedBy: new Date(0) } });
    expect((await figuresFor(people.administrator)).review?.late).toBe(1);
  });

  it('sum the money of each day', async () => {
    const { money } = await figuresFor(people.finance);
    expect(money).toHaveLength(1);
    const [day] = money ?? [];
    expect(day).toMatchObject({ day: '2026-11-23', refunded: 0, refundedFen: 0 });
    expect(day?.receivedFen).toBe((day?.received ?? 0) * 26_000);
    expect(day?.received).toBeGreaterThan(0);
    const before = await figuresFor(people.finance, { query: { from: '2026-11-20', to: '2026-11-22' } });
    expect(before.money?.map(({ received }) => received)).toEqual([0, 0, 0]);
  });

  it('show each role what is its own', async () => {
    const [finance, reviewer] = [await figuresFor(people.finance), await figuresFor(people.reviewer)];
    expect(finance.review).toBeNull();
    expect(reviewer.money).toBeNull();
    expect(reviewer.review?.reviewers).toHaveLength(1);
    const issuer = await staffPerson(system(), ['issuer']);
    await expectError(
      () => figuresFor(issuer),
      'auth.forbidden',
      async () => null,
    );
  });

  it('are of a quarter at most', async () => {
    const long = { query: { from: '2026-01-01', to: '2026-11-23' } };
    await expectError(
      () => figuresFor(people.finance, long),
      'desk.span_invalid',
      async () => null,
    );
  });

  it('go out as a table, and that is recorded', async () => {
    const bytes = await people.administrator.client.call(endpoints.desk.exportFigures, TODAY);
    const table = Buffer.from(bytes).toString('utf8');
    expect(table.startsWith('\ufeff"统计"')).toBe(true);
    expect(table).toContain('"有反光","1"');
    expect(table).toContain('"2026-11-23"');
    const { auditEntries } = system().container();
    const [entry] = await auditEntries.find({ action: endpoints.desk.exportFigures.id }).lean();
    expect(entry).toMatchObject({ outcome: 'done', notes: { from: '2026-11-23', to: '2026-11-23' } });
  });
});

describe('the time line of an order', () => {
  it('joins status, money, messages, files and looks, names colleagues and never the applicant', async () => {
    const context = await paidOrder(system());
    const { client } = await staffPerson(system(), ['reviewer']);
    const params = { orderId: orderOf(context).id };
    // A copied order has the photos of the one that it was copied from.
    const { files } = system().container();
    const photo = await files.findOne({ purpose: 'id-card-front' }, { _id: 0 }).lean().orFail();
    await files.create({ ...photo, orderId: params.orderId });
    await client.call(endpoints.staff.readOrder, { params });
    await system().settle();
    const { items } = await client.call(endpoints.desk.readTimeline, { params });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['status', 'money', 'message', 'file', 'look']));
    const moments = items.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort().reverse());
    expect(items).toContainEqual(expect.objectContaining({ kind: 'money', event: 'paid', amountFen: 26_000 }));
    expect(items).toContainEqual(expect.objectContaining({ kind: 'look', seen: ['form'], by: expect.any(String) }));
    expect(items.filter((item) => item.kind === 'file').map((item) => item.purpose)).toContain('id-card-front');
    const written = JSON.stringify(items);
    for (const personal of [context.person.name, context.person.phone, context.person.idNumber]) {
      expect(written).not.toContain(personal);
    }
  });

  it('is of no draft', async () => {
    const draft = await copyAt(system(), 'form');
    const { client } = await staffPerson(system(), ['reviewer']);
    const params = { orderId: orderOf(draft).id };
    await expectError(
      () => client.call(endpoints.desk.readTimeline, { params }),
      'orders.not_found',
      async () => null,
    );
  });
});
