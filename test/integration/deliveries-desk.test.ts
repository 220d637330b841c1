import { endpoints } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import {
  atDesk,
  certificateOf,
  DAY_MS,
  goOn,
  HOUR_MS,
  nextNumber,
  ownDelivery,
  send,
  sent,
  signaturePicture,
  staffDelivery,
  statusOf,
  tasksOf,
} from '../support/delivery-people';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { emptySignature } from '../support/sample-images';
import { staffPerson } from '../support/staff-people';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const { deliveryDesk } = endpoints;

const codeOf = async (context: StoryContext) => (await ownDelivery(context)).pickUp!.voucherCode;
const toCollect = () => atDesk(system(), { delivery: 'pick-up' });

interface HandOver {
  readonly collector?: 'holder' | 'agent';
  readonly agentName?: string;
  readonly code?: string;
  readonly file?: ReturnType<typeof signaturePicture>;
  readonly staff?: StoryContext['staff'];
}
async function handOver(context: StoryContext, wish: HandOver = {}) {
  const { collector = 'holder', agentName, code = await codeOf(context), staff = context.staff } = wish;
  const body = { code, collector, documentChecked: 'true', ...(agentName && { agentName }) } as const;
  const file = 'file' in wish ? wish.file : signaturePicture();
  return staff.call(deliveryDesk.handOver, { params: paramsOf(context), body, file });
}

describe('what is fetched', () => {
  it('has a voucher that the desk scans, is handed over against a signature, and ends the order', async () => {
    const context = await toCollect();
    const own = await ownDelivery(context);
    expect(own).toMatchObject({ way: 'pick-up', parcels: [], canConfirm: false });
    expect(own.pickUp).toMatchObject({ place: expect.stringContaining('示例路'), collectedAt: null });
    const code = own.pickUp!.voucherCode;
    const typed = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8).toLowerCase()}`;
    const voucher = await context.staff.call(deliveryDesk.findVoucher, { params: { code: typed } });
    expect(voucher).toMatchObject({
      orderNumber: orderOf(context).orderNumber,
      unitName: context.person.unitName,
      holder: { name: context.person.name, documentLabel: '居民身份证' },
      hold: null,
      collectedAt: null,
    });
    expect(voucher.holder.documentNumberMasked).not.toBe(context.person.idNumber);
    expect(voucher.holder.documentNumberMasked.slice(-4)).toBe(context.person.idNumber.slice(-4));

    expect(await handOver(context)).toMatchObject({ stage: 'done', collected: { by: 'holder' } });
    await system().settle();
    const order = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    expect(order.status).toBe('completed');
    expect(order.timeline.map(({ event }) => event).slice(-3)).toEqual(['issue', 'deliver', 'complete']);
    expect((await ownDelivery(context)).pickUp?.collectedAt).not.toBeNull();
    // The same clerk says it again; nobody else can, and no other thing.
    const before = await staffDelivery(context);
    expect(await handOver(context)).toEqual(before);
    await expectError(() => handOver(context, { collector: 'agent', agentName: '李四' }), 'deliveries.collected');
    const { client: staff } = await staffPerson(system(), ['issuer']);
    await expectError(() => handOver(context, { staff }), 'deliveries.collected');
  });

  it('has a voucher to print, which names nobody', async () => {
    const context = await toCollect();
    const pdf = await context.applicant.call(endpoints.deliveries.readVoucher, { params: paramsOf(context) });
    expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
    await handOver(context);
    await expectError(
      () => context.applicant.call(endpoints.deliveries.readVoucher, { params: paramsOf(context) }),
      'deliveries.collected',
    );
    const { context: posted } = await sent(system());
    await expectError(
      () => posted.applicant.call(endpoints.deliveries.readVoucher, { params: paramsOf(posted) }),
      'deliveries.not_for_pick_up',
    );
    await expectError(() => handOver(posted, { code: '0'.repeat(12) }), 'deliveries.not_for_pick_up');
  });

  it('is handed over once when two clerks do it at the same time', async () => {
    const context = await toCollect();
    const code = await codeOf(context);
    const { client } = await staffPerson(system(), ['issuer']);
    const calls = [context.staff, client].map((staff) => outcomeOf(handOver(context, { staff, code })));
    expect(countOutcomes(await Promise.all(calls))).toEqual({ ok: 1, 'deliveries.collected': 1 });
    const { deliveries, fileStore } = system().container();
    const stored = await deliveries.findOne({ orderId: orderOf(context).id }).lean();
    expect(await fileStore.read(stored!.collected!.signatureId)).not.toBeNull();
  });

  it('is handed to somebody who was sent, by name', async () => {
    const context = await toCollect();
    await expectError(() => handOver(context, { collector: 'agent' }), 'deliveries.agent_unnamed');
    expect(await handOver(context, { collector: 'agent', agentName: '李四' })).toMatchObject({
      collected: { by: 'agent' },
    });
    const stored = await system()
      .container()
      .deliveries.findOne({ orderId: orderOf(context).id })
      .lean();
    expect(JSON.stringify(stored)).not.toContain('李四');
  });

  it.each([
    ['no signature', undefined, 'contracts.signature_required'],
    ['an empty one', emptySignature, 'signature.empty'],
    ['a file that is none', () => Buffer.from('no picture'), 'files.wrong_type'],
  ] as const)('stays at the desk with %s', async (_title, bytes, code) => {
    const context = await toCollect();
    const file = bytes && { ...signaturePicture(), bytes: bytes() };
    await expectError(
      () => handOver(context, { file }),
      code,
      () => staffDelivery(context),
    );
    expect(await statusOf(context)).toBe('issued');
  });

  it('stays at the desk with the code of another order, and while its certificate is on hold', async () => {
    const [context, other] = [await toCollect(), await toCollect()];
    const code = await codeOf(other);
    await expectError(() => handOver(context, { code }), 'deliveries.voucher_unknown');
    await expectError(
      () => context.staff.call(deliveryDesk.findVoucher, { params: { code: '0'.repeat(12) } }),
      'deliveries.voucher_unknown',
    );
    const params = { certificateId: (await certificateOf(context)).id };
    const note = { note: '持有人来电' };
    await context.staff.call(endpoints.certificateDesk.suspendCertificate, { params, body: note });
    await expectError(() => handOver(context), 'deliveries.certificate_not_valid');
    const voucher = await context.staff.call(deliveryDesk.findVoucher, { params: { code: await codeOf(context) } });
    expect(voucher.hold).toBe('certificate-not-valid');
  });

  it('is told of after 3, 10 and 30 days, once each and by day, and is a task after 60', async () => {
    const context = await toCollect();
    const told = () =>
      system()
        .standIns.tencentCloud.sms(context.person.phone)
        .filter(({ templateId }) => templateId === 'demo-pick-up-waiting');
    const after: number[] = [];
    for (const days of [2.9, 0.2, 5, 2, 10, 11, 20]) {
      await goOn(system(), context, days);
      after.push(told().length);
    }
    expect(after).toEqual([0, 1, 1, 2, 2, 3, 3]);
    expect(told()[0]?.text).toContain(orderOf(context).orderNumber);
    expect(told()[0]?.text).not.toContain(context.person.name);
    expect(await tasksOf(context)).toEqual([]);
    await goOn(system(), context, 10);
    expect((await tasksOf(context)).map(({ kind }) => kind)).toEqual(['pick-up-overdue']);
    await handOver(context);
    await system().settle();
    expect(await tasksOf(context)).toEqual([]);
  });

  it('wakes nobody at night', async () => {
    const context = await toCollect();
    const told = () =>
      system()
        .standIns.tencentCloud.sms(context.person.phone)
        .filter(({ templateId }) => templateId === 'demo-pick-up-waiting').length;
    const hour = (system().clock.now().getUTCHours() + 8) % 24;
    system().clock.advance(3 * DAY_MS + ((24 + 22 - hour) % 24) * HOUR_MS);
    await system().settle();
    await system().settle();
    expect(told()).toBe(0);
    await goOn(system(), context, 0.5);
    expect(told()).toBe(1);
  });
});

describe('a file of numbers', () => {
  const importing = (context: StoryContext, bytes: Buffer, dryRun: 'true' | 'false' = 'false') =>
    context.staff.call(deliveryDesk.importNumbers, {
      body: { dryRun },
      file: { bytes, fileName: 'numbers.csv', mediaType: 'text/csv' },
    });
  const numberOf = (context: StoryContext) => orderOf(context).orderNumber;

  it('is looked at first, then taken line by line; what cannot be taken stops nothing else', async () => {
    const one = await atDesk(system());
    const held = await atDesk(system(), { checked: false });
    const { number: taken } = await sent(system());
    const number = nextNumber();
    const lines = [
      '申请编号,收件人,快递公司,运单号',
      `${numberOf(one)},"张, ""三""",EMS,${number}`,
      `${numberOf(held)},李四,EMS,${nextNumber()}`,
      `NO-SUCH-ORDER,王五,EMS,${nextNumber()}`,
      `${numberOf(one)},张三,EMS,${taken}`,
      `${numberOf(one)},张三,,`,
    ];
    const file = Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`);
    const preview = await importing(one, file, 'true');
    expect(preview.lines.map(({ line, outcome, code }) => [line, outcome, code])).toEqual([
      [2, 'sent', null],
      [3, 'refused', 'deliveries.token_not_checked'],
      [4, 'refused', 'orders.not_found'],
      [5, 'refused', 'deliveries.number_used'],
    ]);
    expect(preview.lines[1]?.message).toBe('证书还没有写入 UKey 并核对。请先在“制证”里完成，再寄出或交付');
    expect((await staffDelivery(one)).stage).toBe('to-send');

    expect(await importing(one, file)).toMatchObject({ sent: 1, unchanged: 0, refused: 3 });
    await system().settle();
    expect((await ownDelivery(one)).parcels).toMatchObject([{ courier: 'EMS', trackingNumber: number }]);
    expect(await statusOf(one)).toBe('delivered');
    expect(await importing(one, file)).toMatchObject({ sent: 0, unchanged: 1, refused: 3 });
  });

  it('may be GBK, with tabs, other headings and the courier left out', async () => {
    const context = await atDesk(system());
    const number = nextNumber();
    // 订单号 ⇥ 快递单号, as a spreadsheet in China saves it.
    const heading = Buffer.from('b6a9b5a5bac509bfecb5ddb5a5bac50d0a', 'hex');
    const file = Buffer.concat([heading, Buffer.from(`${numberOf(context)}\t'${number}\r\n`)]);
    expect(await importing(context, file)).toMatchObject({ sent: 1, refused: 0 });
    expect(await staffDelivery(context)).toMatchObject({ trackingNumber: number, courier: 'EMS' });
  });

  it('cannot give two orders one number', async () => {
    const [one, other] = [await atDesk(system()), await atDesk(system())];
    const number = nextNumber();
    const file = Buffer.from(`申请编号,运单号\n${numberOf(one)},${number}\n${numberOf(other)},${number}\n`);
    for (const dryRun of ['true', 'false'] as const) {
      const { lines } = await importing(one, file, dryRun);
      expect(lines.map(({ code }) => code)).toEqual([null, 'deliveries.number_used']);
    }
  });

  it.each([
    ['is empty', Buffer.alloc(0), 'deliveries.file_missing'],
    ['has other columns', Buffer.from('姓名,电话\n张三,1\n'), 'deliveries.file_unreadable'],
    ['has a quote that does not end', Buffer.from('申请编号,运单号\n"A,1\n'), 'deliveries.file_unreadable'],
    ['is a picture', drawSampleSignature(), 'deliveries.file_unreadable'],
    ['has too many lines', Buffer.from(`申请编号,运单号\n${'A,1\n'.repeat(2001)}`), 'deliveries.file_too_long'],
  ] as const)('that %s is refused', async (_title, bytes, code) => {
    const context = await atDesk(system());
    await expectError(() => importing(context, bytes), code);
  });
});

describe('the list of what waits to be sent', () => {
  it('has the labels of all that may go, and no formula that a spreadsheet would run', async () => {
    const context = await atDesk(system());
    const held = await atDesk(system(), { checked: false });
    const table = await context.staff.call(deliveryDesk.exportToSend, {});
    const text = Buffer.from(table).toString('utf8');
    expect(
      text.startsWith('\ufeff"申请编号","快递公司","收件人","电话","省份","城市","区县","详细地址","运单号"\r\n'),
    ).toBe(true);
    const { name, phone } = context.person;
    const row = `"${orderOf(context).orderNumber}","EMS","${name}","${phone}","示例省","示例市","演示区","测试路 2 号",""\r\n`;
    expect(text).toContain(row);
    expect(text).not.toContain(orderOf(held).orderNumber);
    await send(context, nextNumber());
    const after = Buffer.from(await context.staff.call(deliveryDesk.exportToSend, {})).toString('utf8');
    expect(after).not.toContain(orderOf(context).orderNumber);
  });
});

describe('the queue', () => {
  it('has a drawer for each stage, with their counts, and goes on page by page', async () => {
    const context = await atDesk(system());
    const read = (query: object) => context.staff.call(deliveryDesk.listDeliveries, { query });
    const before = await read({ stage: 'to-send', limit: '1' });
    expect(before.total).toBe(before.counts['to-send']);
    expect(before.items).toHaveLength(1);
    const { number } = await sent(system(), context);
    const after = await read({ stage: 'under-way' });
    expect(after.counts['to-send']).toBe(before.counts['to-send'] - 1);
    expect((await read({ search: number })).items).toMatchObject([{ trackingNumber: number, stage: 'under-way' }]);
    if (before.nextCursor) {
      const next = await read({ stage: 'to-send', limit: '1', cursor: before.nextCursor });
      expect(next.items.map(({ orderId }) => orderId)).not.toContain(before.items[0]?.orderId);
    }
    await expectError(() => read({ cursor: 'x' }), 'request.cursor_invalid');
  });
});
