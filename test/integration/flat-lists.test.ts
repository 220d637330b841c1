// What a list costs must not depend on how much is stored: besides its page, no application is read.
import { endpoints } from '@acceptance/shared';
import { Types } from 'mongoose';
import { givenServer } from '../../scripts/database/open-database-server';
import { Collection } from '../../scripts/stand-ins/mongodb/engine/collection';
import { copyAt } from '../support/order-copies';
import { type StaffClient, staffPerson } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MANY = 60;
const PAGE = '5';
/** One more tells that there are more. */
const READ = Number(PAGE) + 1;
const DAY = new Date('2026-11-20T02:00:00.000Z');

const read = jest.spyOn(Collection.prototype, 'read');
const ordersRead = (): number => read.mock.contexts.filter(({ namespace }) => namespace.endsWith('.orders')).length;

let staff: StaffClient;
let projectId: string;

/** As many of each kind: waiting and late, ended and late, with flags, with a wish for a refund, with a slip. */
beforeAll(async () => {
  ({ client: staff } = await staffPerson(system(), ['reviewer', 'finance', 'issuer']));
  const { liveClaim: _claim, ...original } = await storedOrder(system(), await copyAt(system(), 'submit'));
  projectId = original.project.id;
  const transfer = {
    code: '',
    state: 'handed-in',
    timesHandedIn: 1,
    slip: null,
    note: null,
    handedInAt: DAY,
    chosenAt: DAY,
    refusal: null,
    paid: null,
  };
  const kinds: Record<string, object> = {
    waiting: { status: 'submitted', reviewPromisedBy: DAY, riskFlagCount: 2 },
    ended: { status: 'completed', lateTold: true, riskFlagCount: 2 },
    asked: { status: 'paid', refundAskedAt: DAY },
    refunded: { status: 'refunded' },
    slip: { status: 'approved', transfer },
  };
  const copies = Object.entries(kinds).flatMap(([kind, fields]) =>
    Array.from({ length: MANY }, (_, number) => ({
      ...original,
      ...fields,
      ...('transfer' in fields && { transfer: { ...transfer, code: `${kind}-${number}` } }),
      _id: new Types.ObjectId(),
      orderNumber: `${kind}-${number}`,
      clientToken: `${kind}-${number}`,
      submittedAt: new Date(DAY.getTime() + number),
      // It is sealed for the original.
      formDraft: null,
      attempts: [],
      outbox: [],
    })),
  );
  await system().container().connection.collection('orders').insertMany(copies);
});
beforeEach(() => read.mockClear());

const queue = (query: object) => () => staff.call(endpoints.staff.listQueue, { query: { ...query, limit: PAGE } });
const ended = { status: 'completed' } as const;

const LISTS: Readonly<Record<string, () => Promise<{ total: number; nextCursor: string | null }>>> = {
  'who waits': queue({}),
  'who waits too long': queue({ late: 'yes' }),
  'who waits and has flags': queue({ flagged: 'yes' }),
  'who waits in a project': () => queue({ projectId })(),
  'who waits too long in a project and has flags': () => queue({ projectId, late: 'yes', flagged: 'yes' })(),
  'what has ended': queue(ended),
  'what ended late': queue({ ...ended, late: 'yes' }),
  'what has ended with flags': queue({ ...ended, flagged: 'yes' }),
  'what ended late with flags': queue({ ...ended, late: 'yes', flagged: 'yes' }),
  'what has ended in a project': () => queue({ ...ended, projectId })(),
  'what ended late in a project': () => queue({ ...ended, projectId, late: 'yes' })(),
  'what has ended in a project with flags': () => queue({ ...ended, projectId, flagged: 'yes' })(),
  'wishes for refunds': () =>
    staff.call(endpoints.refundDesk.listRefunds, { query: { stage: 'waiting', limit: PAGE } }),
  'what was refunded': () => staff.call(endpoints.refundDesk.listRefunds, { query: { stage: 'ended', limit: PAGE } }),
  slips: () => staff.call(endpoints.transferDesk.listTransfers, { query: { limit: PAGE } }),
};

// Of another server nothing tells what it reads.
const onStandIn = givenServer() === null ? it : it.skip;

onStandIn.each(Object.entries(LISTS))('reads a page and nothing else to list %s', async (_, list) => {
  const { total, nextCursor } = await list();
  expect(total).toBeGreaterThanOrEqual(MANY);
  expect(nextCursor).not.toBeNull();
  expect(ordersRead()).toBeLessThanOrEqual(READ);
});

onStandIn('reads no more for a page behind many', async () => {
  let cursor = '';
  for (let page = 0; page < 8; page += 1) {
    read.mockClear();
    cursor = (await queue({ ...ended, ...(cursor && { cursor }) })()).nextCursor ?? '';
    // The last of the page before, and those behind it.
    expect(ordersRead()).toBeLessThanOrEqual(READ + 1);
  }
});

onStandIn('reads nothing for the numbers of the menu', async () => {
  const { counts } = await staff.call(endpoints.desk.readCounts, {});
  expect(counts).toEqual(
    expect.arrayContaining([{ work: 'refunds', waiting: MANY, late: 0 }, expect.objectContaining({ work: 'review' })]),
  );
  expect(ordersRead()).toBe(0);
});
