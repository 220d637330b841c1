import { endpoints, type PaymentChannel } from '@acceptance/shared';
import { Types } from 'mongoose';
import type { OrderRecord } from '../../bff/src/modules/orders';
import { type ApiClient, createApiClient } from '../../scripts/api-client/create-api-client';
import { type DemoSystem, startDemoSystem } from '../../scripts/demo/start-demo-system';
import type { Fault } from '../../scripts/stand-ins';
import { makePerson } from '../../scripts/story/people';
import { walkStory } from '../../scripts/story/walk-story';
import { ledgerOf } from './ledger';
import { type Processes, startProcesses } from './several-processes';

const PAYMENTS = Number(process.env.STORM_PAYMENTS ?? 200);
const AT_ONCE = 8;
const KILL_EVERY_MS = 1500;
/** Retries of money wait up to a minute in their first rounds. */
const SETTLED_WITHIN_MS = 240_000;
const FAULTS: readonly Fault[] = [
  'lost-answer',
  'server-error',
  'garbled',
  'bad-signature',
  'rate-limited',
  'no-notification',
  'duplicate-notification',
  'notify-before-answer',
];
const OWN_FAULTS = [
  'unsigned-not-found',
  'unsigned-server-error',
  'accepted',
  'order-not-visible',
  'other-spelling',
] as const;

jest.setTimeout(900_000);

const random = (end: number): number => Math.floor(Math.random() * end);
const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe(`${PAYMENTS} payments under faults, on three processes that are killed`, () => {
  let system: DemoSystem;
  let processes: Processes;
  let approved: OrderRecord;
  let accessToken: string | null = null;
  let storming = true;

  const orders = () => system.container().orders;
  const clientOf = (): ApiClient => {
    const client = createApiClient(pick(processes.origins));
    client.accessToken = accessToken;
    return client;
  };

  beforeAll(async () => {
    system = await startDemoSystem({ runJobs: false });
    const { standIns, staffPassword, origin } = system;
    const settle = async () => {
      await standIns.wechatPay.idle();
      await system.container().dispatcher.drain();
    };
    const context = await walkStory(
      { origin, standIns, staffPassword, settle },
      { person: makePerson(1), until: 'approve' },
    );
    const { code } = standIns.wechat.issueLoginCode();
    await context.applicant.call(endpoints.auth.bindWechat, { body: { loginCode: code } });
    accessToken = context.applicant.accessToken;
    approved = (await orders().findOne().lean<OrderRecord>()) as OrderRecord;
    processes = await startProcesses(system.environment, 3);
  });
  afterAll(async () => {
    storming = false;
    await processes.stop();
    await system.stop();
  });

  const copyOrder = async (index: number): Promise<string> => {
    const _id = new Types.ObjectId();
    const orderNumber = `STORM-261128-${String(index).padStart(4, '0')}`;
    await orders().create({
      ...approved,
      _id,
      clientToken: `storm-${_id.toHexString()}`,
      orderNumber,
      // Each as if of a unit of its own: one has one live application.
      liveClaim: { projectId: approved.project.id, unitHashes: [`storm-${index}`] },
      outbox: [],
      attempts: [],
    });
    return _id.toHexString();
  };

  /** A tap; a dead process or a refusal is answered by another tap, as a person does. */
  const start = async (orderId: string, channel: PaymentChannel): Promise<void> => {
    for (let tap = 0; tap < 4; tap += 1) {
      const done = await clientOf()
        .call(endpoints.payments.startPayment, { params: { orderId }, body: { channel } })
        .then(
          () => true,
          () => false,
        );
      if (done) {
        return;
      }
      await pause(200 + random(600));
    }
  };

  const somebodyPays = async (index: number): Promise<void> => {
    const { standIns } = system;
    const orderId = await copyOrder(index);
    if (random(2)) {
      standIns.faults.set({ standIn: 'wechat-pay', fault: pick(FAULTS), times: 1 + random(2) });
    }
    if (random(4) === 0) {
      standIns.wechatPay.ownFaults.set({ fault: pick(OWN_FAULTS), times: 1 });
    }
    const ways: PaymentChannel[] = random(2) ? ['wechat-native', 'wechat-jsapi'] : ['wechat-jsapi', 'wechat-native'];
    await Promise.all(ways.slice(0, 1 + random(2)).map((way) => start(orderId, way)));
    const { orderNumber } = (await orders().findOne({ _id: orderId }).lean<OrderRecord>()) as OrderRecord;
    const payable = standIns.wechatPay
      .payments()
      .filter(({ outTradeNo, state }) => outTradeNo.startsWith(`${orderNumber}-`) && state === 'NOTPAY');
    // Mostly one of them is paid; sometimes all that can be, which is what must not be kept twice.
    for (const { outTradeNo } of random(4) ? payable.slice(0, 1) : payable) {
      await standIns.wechatPay.pay(outTradeNo).catch(() => undefined);
    }
    if (random(3) === 0) {
      await clientOf()
        .call(endpoints.payments.refreshPayment, { params: { orderId } })
        .catch(() => undefined);
    }
  };

  const killNowAndThen = async (): Promise<number> => {
    let kills = 0;
    while (storming) {
      await pause(KILL_EVERY_MS);
      if (storming) {
        await processes.kill(random(3));
        kills += 1;
      }
    }
    return kills;
  };

  const allOrders = () =>
    orders()
      .find({ orderNumber: /^STORM-/ })
      .lean<OrderRecord[]>();

  it('end with each payment booked once or returned: none lost, none kept twice', async () => {
    const limits = setInterval(() => {
      void system.container().connection.collection('rate_counts').deleteMany({});
    }, 500);
    const began = Date.now();
    const killing = killNowAndThen();
    let next = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (next < PAYMENTS) {
          next += 1;
          await somebodyPays(next);
        }
      }),
    );
    storming = false;
    const kills = await killing;
    system.standIns.faults.reset();
    system.standIns.wechatPay.ownFaults.reset();
    const stormed = Date.now();
    let ledger = ledgerOf(system.standIns, await allOrders());
    while (ledger.lost.length > 0 && Date.now() - stormed < SETTLED_WITHIN_MS) {
      await pause(1000);
      ledger = ledgerOf(system.standIns, await allOrders());
    }
    clearInterval(limits);
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    process.stdout.write(
      `storm: ${PAYMENTS} orders, ${kills} kills, ${seconds(began, stormed)} s, settled ${seconds(stormed, Date.now())} s later: ` +
        `${ledger.made} payments made, ${ledger.booked} booked, ${ledger.returned} returned, ` +
        `${ledger.lost.length} lost, ${ledger.doubled.length} kept twice\n`,
    );
    expect(ledger).toMatchObject({ lost: [], doubled: [], payableTwice: [] });
    expect(ledger.made).toBeGreaterThan(PAYMENTS / 2);
  });
});
