import { endpoints, MOST_LAYOUTS, showRemarkCode } from '@acceptance/shared';
import { workbookOf } from '../../bff/src/adapters/sheet-reader/testing/workbook';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { recordedBy } from '../support/audit-records';
import { expectError } from '../support/expect-error';
import { moneyTasksOf } from '../support/money-tasks';
import { approvedOrder, payFor, paymentFacts, paymentMessages } from '../support/paying';
import { type StaffPerson, staffPerson } from '../support/staff-people';
import { useSystem } from '../support/test-system';
import {
  asWorkbook,
  choose,
  financeOf,
  handInFresh,
  importOf,
  startMatching,
  statementOf,
} from '../support/transferring';

const system = useSystem();
const PRICE = 26_000;

let clerk: StaffPerson;
beforeAll(async () => {
  clerk = await staffPerson(system(), ['finance']);
});

const statusOf = async (context: StoryContext) => (await paymentFacts(system(), context)).status;
const entriesOf = (importId: string) => system().container().bankEntries.find({ importId }).sort({ _id: 1 }).lean();
const codeOf = async (context: StoryContext): Promise<string> => (await choose(context)).code ?? '';
const tasksAboutEntries = async () => {
  const { items } = await clerk.client.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
  return items.filter(({ kind }) => kind === 'transfer-unmatched');
};

/** Imports a statement and has it matched to its end. */
async function matched(entries: Parameters<typeof statementOf>[0]) {
  const { importId } = await importOf(clerk.client, statementOf(entries));
  await startMatching(clerk.client, importId ?? '');
  await system().settle();
  const progress = await clerk.client.call(endpoints.transferDesk.readImport, { params: { importId: importId ?? '' } });
  return { importId: importId ?? '', progress };
}

it('a statement pays what it names exactly, leaves the rest to finance, and is taken in once', async () => {
  const [one, two, three, byPayer, over, paid] = await Promise.all(
    Array.from({ length: 6 }, () => approvedOrder(system())),
  );
  const codes = [await codeOf(one!), await codeOf(two!), await codeOf(three!)];
  await handInFresh(byPayer!);
  const overCode = await codeOf(over!);
  const paidCode = await codeOf(paid!);
  await payFor(system(), paid!);
  const lines = [
    { fen: PRICE, remark: `证书款 ${showRemarkCode(codes[0] ?? '').toLowerCase()}`, reference: 'CMBEXACT01' },
    // G8: one transfer for two applications.
    { fen: 2 * PRICE, remark: `${codes[1]}/${codes[2]}` },
    { fen: PRICE, remark: '忘了写备注', payer: byPayer!.person.unitName },
    { fen: PRICE + 1, remark: overCode },
    { fen: PRICE, remark: paidCode },
    { fen: 1_234, remark: '利息', payer: '王小明' },
  ];
  const bytes = statementOf(lines);
  const taken = await importOf(clerk.client, bytes);
  expect(taken).toMatchObject({ bank: 'cmb', added: 6, known: 0, troubled: 0, addedFen: 6 * PRICE + 1 + 1_234 });
  const importId = taken.importId ?? '';
  // Taking it in pays nothing, and the same file again adds nothing: it is the import that was begun.
  await system().settle();
  expect(await statusOf(one!)).toBe('approved');
  expect(await importOf(clerk.client, bytes)).toMatchObject({ importId, added: 0, known: 6 });
  expect(await importOf(clerk.client, asWorkbook(bytes))).toMatchObject({ importId, added: 0, known: 6 });
  const differs = statementOf([{ fen: PRICE - 1, reference: 'CMBEXACT01' }]);
  expect(await importOf(clerk.client, differs)).toMatchObject({ troubles: [{ line: 2, problem: 'differs' }] });

  await expectError(() => startMatching(clerk.client, importId, { password: 'another one' }), 'auth.password_wrong');
  expect(await startMatching(clerk.client, importId)).toMatchObject({ matching: 6, untouched: 0 });
  await startMatching(clerk.client, importId);
  await system().settle();
  const { readImport } = endpoints.transferDesk;
  const progress = await clerk.client.call(readImport, { params: { importId } });
  expect(progress).toEqual({ importId, untouched: 0, matching: 0, booked: 3, troubled: 3, settled: 0 });
  for (const context of [one!, two!, three!, byPayer!]) {
    expect(await paymentFacts(system(), context)).toMatchObject({ status: 'paid', confirmations: 1 });
    expect(paymentMessages(system(), context)).toBe(1);
  }
  expect(await statusOf(over!)).toBe('approved');
  expect(await moneyTasksOf(byPayer!)).toEqual([]);
  expect((await entriesOf(importId)).map(({ state, problem }) => problem ?? state)).toEqual([
    'used',
    'used',
    'used',
    'over',
    'not-due',
    'unknown',
  ]);
  const tasks = await tasksAboutEntries();
  expect(tasks.map(({ facts }) => facts.find(({ name }) => name === 'reason')?.value).toSorted()).toEqual([
    'not-due',
    'over',
    'unknown',
  ]);
  // What is more than due is booked by a person; its rest stays a task.
  const [, , , more] = await entriesOf(importId);
  await financeOf(clerk).book([more?._id.toHexString() ?? ''], [over!]);
  await system().settle();
  expect((await entriesOf(importId))[3]).toMatchObject({ remainingFen: 1, problem: 'rest' });
  // Nobody is named where many look.
  const { items } = await clerk.client.call(endpoints.transferDesk.listEntries, { query: { importId, limit: '50' } });
  expect(items).toHaveLength(6);
  expect(JSON.stringify(items)).not.toMatch(/王小明|利息|6222000011112222/);
  expect(system().logText()).not.toMatch(/王小明|6222000011112222/);
});

it('what a person has settled is not asked for again, and what fits meanwhile is booked by matching again', async () => {
  const context = await approvedOrder(system());
  const code = await codeOf(context);
  const { importId, progress } = await matched([
    { fen: PRICE - 100, remark: code },
    { fen: 55, remark: '测试' },
  ]);
  expect(progress).toMatchObject({ troubled: 2, booked: 0 });
  const [partial, foreign] = await entriesOf(importId);
  const taskOf = async (id: string) => (await tasksAboutEntries()).find(({ subject }) => subject.id === id);
  const settled = await taskOf(foreign?._id.toHexString() ?? '');
  const settle = { settlement: 'not-needed', note: '银行测试款' } as const;
  await clerk.client.call(endpoints.tasks.settleTask, { params: { taskId: settled?.id ?? '' }, body: settle });
  expect((await entriesOf(importId))[1]).toMatchObject({ state: 'set-aside', settledBy: clerk.id });

  const task = await taskOf(partial?._id.toHexString() ?? '');
  expect(task?.facts).toEqual(
    expect.arrayContaining([
      { name: 'reason', value: 'partial' },
      { name: 'orderNumber', value: orderOf(context).orderNumber },
      { name: 'expectedFen', value: PRICE },
      { name: 'receivedFen', value: PRICE - 100 },
    ]),
  );
  // The price was agreed to be less: matching again finds it.
  await system()
    .container()
    .orders.updateOne({ _id: orderOf(context).id }, { $set: { 'project.priceFen': PRICE - 100 } });
  await clerk.client.call(endpoints.tasks.redoTask, { params: { taskId: task?.id ?? '' } });
  await system().settle();
  expect(await statusOf(context)).toBe('paid');
  expect(await tasksAboutEntries().then((tasks) => tasks.map(({ subject }) => subject.id))).not.toContain(
    partial?._id.toHexString(),
  );
});

it('an import whose answer was lost is gone on with: what is new joins it, and all of it is matched', async () => {
  const context = await approvedOrder(system());
  const first = { fen: PRICE, remark: await codeOf(context), reference: 'CMBLOST0001' };
  await importOf(clerk.client, statementOf([first]));
  const { importId } = await importOf(clerk.client, statementOf([{ fen: 3, remark: '利息' }, first]));
  await startMatching(clerk.client, importId ?? '');
  await system().settle();
  expect(await statusOf(context)).toBe('paid');
  const progress = await clerk.client.call(endpoints.transferDesk.readImport, { params: { importId: importId ?? '' } });
  expect(progress).toMatchObject({ booked: 1, troubled: 1, untouched: 0 });
  expect(await importOf(clerk.client, statementOf([first]))).toMatchObject({ importId: null, known: 1 });
});

it('nobody pays an order of their own by a statement that they import', async () => {
  const context = await approvedOrder(system());
  const code = await codeOf(context);
  const own = await staffPerson(system(), ['finance']);
  await own.client.call(endpoints.staff.addOwnPhone, { body: { phone: context.person.phone } });
  const { importId } = await importOf(own.client, statementOf([{ fen: PRICE, remark: code }]));
  await startMatching(own.client, importId ?? '');
  await system().settle();
  expect(await statusOf(context)).toBe('approved');
  const [entry] = await entriesOf(importId ?? '');
  expect(entry).toMatchObject({ state: 'open', problem: 'own-order' });
  const id = entry?._id.toHexString() ?? '';
  await expectError(() => financeOf(own).book([id], [context]), 'staff.own_order');
  await financeOf(clerk).book([id], [context]);
  expect(await statusOf(context)).toBe('paid');
});

it('a file that is none is refused', async () => {
  const { client } = clerk;
  await expectError(() => importOf(client, Buffer.alloc(0)), 'bank_transfers.statement_missing');
  await expectError(() => importOf(client, Buffer.from('a,b\n1,2\n')), 'bank_transfers.statement_unreadable');
  const cut = asWorkbook(statementOf([{ fen: PRICE }])).subarray(0, 500);
  await expectError(() => importOf(client, cut), 'bank_transfers.statement_damaged');
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  await expectError(() => importOf(client, old), 'bank_transfers.statement_old_format');
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]);
  await expectError(() => importOf(client, locked), 'bank_transfers.statement_protected');
  await expectError(() => startMatching(client, 'a'.repeat(24)), 'bank_transfers.import_not_found');
});

describe('a statement of a bank that the system does not know', () => {
  const HEADING = ['序号', '交易时间', '借贷标志', '交易金额', '对方户名', '摘要', ''];
  const ROLES = ['reference', 'day', 'direction', 'income', 'payerName', 'remark', 'none'] as const;
  const LAYOUT = { name: '示例农业银行', headings: HEADING, roles: [...ROLES], incomeWord: '贷' };
  const { statementLayouts } = endpoints;
  const saved = async () => (await clerk.client.call(statementLayouts.listLayouts, {})).items;
  const save = (change: Partial<typeof LAYOUT> = {}, { client } = clerk) =>
    client.call(statementLayouts.saveLayout, { body: { ...LAYOUT, ...change } });
  const preview = (bytes: Uint8Array) =>
    clerk.client.call(statementLayouts.previewStatement, {
      body: {},
      file: { bytes, mediaType: 'text/csv', fileName: 'statement.csv' },
    });
  const bytesOf = (lines: readonly string[]) =>
    Buffer.from(['示例银行账户明细', HEADING.join(), ...lines].map((line) => `${line}\n`).join(''));
  const LINES = [
    'ABC00001,20261123 091502,贷,"1,260.00",示例付款有限公司,货款,',
    'ABC00002,20261123 101502,借,99.00,示例收款有限公司,采购,',
  ];

  it('is read once somebody has said what its columns are, and then by itself, in each kind of file', async () => {
    const bytes = bytesOf(LINES);
    await expectError(() => importOf(clerk.client, bytes, 'other'), 'bank_transfers.layout_unknown');
    const first = await preview(bytes);
    expect(first).toMatchObject({
      layout: null,
      rows: [{ line: 1 }, { line: 2, cells: HEADING }, { line: 3 }, { line: 4 }],
    });
    const kept = await save();
    expect(kept).toMatchObject({ name: '示例农业银行', changedBy: clerk.username });
    expect(await preview(bytes)).toMatchObject({ layout: kept, headingLine: 2 });
    const taken = await importOf(clerk.client, bytes, 'other');
    expect(taken).toMatchObject({
      bank: 'other',
      layoutName: '示例农业银行',
      added: 1,
      passedOver: 1,
      addedFen: 126_000,
    });
    const rows = [
      ['示例银行账户明细'],
      // Trailing columns without a name are no other heading.
      HEADING.slice(0, 6),
      ['ABC00001', { stored: '46349.385439814817', style: 'moment' as const }, '贷', 1260, '示例付款有限公司', '货款'],
    ];
    expect(await importOf(clerk.client, workbookOf(rows), 'other')).toMatchObject({ added: 0, known: 1 });
    // What is another payer's money under the same number is not passed over in silence.
    const foreign = bytesOf([LINES[0]!.replace('示例付款有限公司', '另一家有限公司')]);
    expect(await importOf(clerk.client, foreign, 'other')).toMatchObject({
      troubles: [{ line: 3, problem: 'differs' }],
    });
  });

  it('can be corrected and deleted, by whoever of finance, and nobody else', async () => {
    const colleague = await staffPerson(system(), ['finance']);
    const [before] = await saved();
    const [act] = await recordedBy(system(), () => save({ incomeWord: '借' }, colleague));
    expect(act).toMatchObject({ action: statementLayouts.saveLayout.id, outcome: 'done', actor: { id: colleague.id } });
    const [corrected] = await saved();
    expect(corrected).toMatchObject({ id: before!.id, incomeWord: '借', changedBy: colleague.username });
    await Promise.all([save({ name: '甲' }), save({ name: '乙' })]);
    expect(await saved()).toHaveLength(1);
    const reviewer = await staffPerson(system(), ['reviewer']);
    await expectError(() => save({}, reviewer), 'auth.forbidden');
    const params = { layoutId: before!.id };
    await clerk.client.call(statementLayouts.deleteLayout, { params });
    await expectError(
      () => clerk.client.call(statementLayouts.deleteLayout, { params }),
      'bank_transfers.layout_not_found',
    );
    await expectError(() => importOf(clerk.client, bytesOf(LINES), 'other'), 'bank_transfers.layout_unknown');
  });

  it.each([
    ['without an amount', { roles: ROLES.map((role) => (role === 'income' ? ('none' as const) : role)) }],
    ['with two days', { roles: ROLES.map((role) => (role === 'remark' ? ('day' as const) : role)) }],
    ['with fewer uses than columns', { roles: ROLES.slice(0, 6) }],
    ['without the word for income', { incomeWord: undefined as unknown as string }],
    [
      'whose heading is somebody’s payment',
      { headings: ['1', '20261123', '贷', '1,260.00', '示例付款有限公司', '货款', ''] },
    ],
  ])('%s is not kept', async (_what, change) => {
    await expectError(() => save(change), 'request.invalid');
    expect(await saved()).toEqual([]);
  });

  it('is not kept without a bound', async () => {
    for (let index = 0; index < MOST_LAYOUTS; index += 1) {
      await save({ headings: HEADING.map((name, at) => (at === 5 ? `摘要${index}` : name)) });
    }
    await expectError(() => save(), 'bank_transfers.too_many_layouts');
    expect(await saved()).toHaveLength(MOST_LAYOUTS);
  });
});
