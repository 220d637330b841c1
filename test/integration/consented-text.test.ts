import { endpoints } from '@acceptance/shared';
import { expectError } from '../support/expect-error';
import { laidOutTextOf, plainTextOf } from '../support/pdf-text';
import { storedOrder } from '../support/stored-state';
import { nextAgent, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const OTHER_COURT = '更新后的人民法院';

const textOf = (context: Awaited<ReturnType<typeof walkTo>>) =>
  context.applicant.call(endpoints.contracts.readContractText, { params: paramsOf(context) });
const pdfOf = (context: Awaited<ReturnType<typeof walkTo>>) =>
  context.applicant.call(endpoints.contracts.readContractPdf, { params: paramsOf(context) });

describe('what was read is what is sealed', () => {
  it('when the settings change between the signature and the sealing', async () => {
    const context = await walkTo(system(), 'signature');
    const { court } = (await textOf(context)).authority;
    // Signed, but sealed by a process that has other settings already.
    await system().container().dispatcher.stop();
    await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
    await system().restartBff({ AUTHORITY_COURT: OTHER_COURT });
    await system().settle();
    const { contract } = await storedOrder(system(), context);
    expect(contract.state).toBe('sealed');
    const printed = plainTextOf(await pdfOf(context));
    expect(printed).toContain(court);
    expect(printed).not.toContain(OTHER_COURT);
    await system().restartBff({ AUTHORITY_COURT: court });
  });

  it('or it is asked anew, when they change between consent and signature', async () => {
    const context = await walkTo(system(), 'signature');
    const before = await textOf(context);
    await system().restartBff({ AUTHORITY_COURT: OTHER_COURT });
    const params = paramsOf(context);
    await expectError(
      () => context.applicant.call(endpoints.contracts.signContract, { params }),
      'contracts.version_outdated',
    );
    const now = await textOf(context);
    expect(now.version).toBe(before.version);
    // The phone tells by this that the text must be read again.
    const order = await context.applicant.call(endpoints.orders.readOrder, { params });
    expect(order.contract.textSha256).toBe(before.sha256);
    expect(now.sha256).not.toBe(before.sha256);
    await takeSteps(context, 'consent', 'sign');
    expect(plainTextOf(await pdfOf(context))).toContain(OTHER_COURT);
    await system().restartBff({ AUTHORITY_COURT: before.authority.court });
  });

  it('or nothing, when the text is not to be found: a person looks', async () => {
    const context = await walkTo(system(), 'signature');
    const { contractTexts } = system().container();
    const kept = await contractTexts.find().lean();
    await contractTexts.deleteMany({});
    await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('failed');
    await contractTexts.insertMany(kept);
    await takeSteps(context, 'staff-sign-in');
    const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
    const task = items.find(({ subject }) => subject.id === paramsOf(context).orderId);
    expect(task!.facts).toContainEqual({ name: 'reason', value: 'text-lost' });
    await context.staff.call(endpoints.tasks.redoTask, { params: { taskId: task!.id } });
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
  });
});

describe('what the phone shows of the parties', () => {
  const withoutSpace = (text: string): string => text.replace(/\s/g, '');

  it.each([
    ['a unit by an agent', () => ({ person: nextAgent() }), 19],
    ['a person', () => ({ projectId: 'personal-signing', applicantType: 'person' as const }), 15],
  ])('is what is printed, row by row and word for word: %s', async (_who, options, rowCount) => {
    const context = await walkTo(system(), 'sealed', options());
    const { words } = await textOf(context);
    const printed = laidOutTextOf(await pdfOf(context));
    const rows = words.groups.flatMap((group) => group.rows);
    expect(rows).toHaveLength(rowCount);
    expect(words.groups.map(({ of }) => of)).toEqual(['authority', 'applicant', 'agreement']);
    for (const { label, value } of rows) {
      expect(printed).toContain(withoutSpace(label + value));
    }
    for (const line of [words.keyPoint, ...words.specialTerms]) {
      expect(printed).toContain(withoutSpace(line));
    }
  });
});

describe('"sealed"', () => {
  it('is said only of bytes that were read back and are sound', async () => {
    const context = await walkTo(system(), 'signature');
    const { fileStore } = system().container();
    const { write } = fileStore;
    let written = 0;
    fileStore.write = (id, bytes) => {
      written += 1;
      const stored = Buffer.from(bytes);
      stored[3000]! ^= 1;
      return write(id, written === 1 ? stored : bytes);
    };
    await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
    await system().settle();
    expect((await storedOrder(system(), context)).contract).toMatchObject({ state: 'sealing', fileId: null });
    system().clock.advance(60_000);
    await system().settle();
    fileStore.write = write;
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
    // The unsound one, the sound one, and that made lasting.
    expect(written).toBe(3);
  });
});

describe('the contract', () => {
  it('names kind, term and fee, and when each party signed', async () => {
    const context = await walkTo(system(), 'sealed');
    const { project } = await storedOrder(system(), context);
    const printed = laidOutTextOf(await pdfOf(context));
    expect(printed).toContain(`自签发之日起${project.validityMonths / 12}年`);
    expect(printed).toContain(`人民币${(project.priceFen / 100).toFixed(2)}元`);
    expect(printed).toMatch(/签署时间\d{4}年\d{1,2}月\d{1,2}日\d{2}:\d{2}:\d{2}/);
    expect(printed).toMatch(/签章日期\d{4}年/);
  });
});
