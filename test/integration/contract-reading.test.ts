import { endpoints, leastReadingSeconds, MOST_READING_SECTIONS, readingSections } from '@acceptance/shared';
import { ownConsents } from '../../bff/src/modules/contracts';
import { consent, consentBody, readFor, readText, sign } from '../support/contract-calls';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { orderState, storedOrder } from '../support/stored-state';
import { paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const SECOND = 1_000;
const IN_TIME = { confirmsRead: false };

/** Somebody before the contract, who opens it and has it open for so many seconds. */
async function reading(seconds: number) {
  const context = await copyAt(system(), 'id-card');
  const text = await readText(context);
  system().clock.advance(seconds * SECOND);
  return { context, text };
}

const storedConsent = async (context: Awaited<ReturnType<typeof reading>>['context']) =>
  (await storedOrder(system(), context)).contract.consent!;

describe('how the contract was read', () => {
  it('is kept by section, with when it was opened, and that it took the time that reading takes', async () => {
    const { context, text } = await reading(600);
    const openedAt = new Date(system().clock.now().getTime() - 600 * SECOND);
    const told = {
      readingSeconds: 580,
      readingSections: readingSections(text).map(({ id }, n) => ({ id, seconds: 20 + n })),
    };
    await consent(context, { ...IN_TIME, ...told });
    expect(await storedConsent(context)).toMatchObject({
      readingSeconds: 580,
      reading: { sections: told.readingSections, openedAt, inHaste: false, confirmsRead: false },
    });
    expect(told.readingSections).toHaveLength(text.articles.length + 2);
  });

  it('counts from the first opening, also of an app that was killed and opened again', async () => {
    const { context, text } = await reading(100);
    system().clock.advance(300 * SECOND);
    await readText(context);
    system().clock.advance(60 * SECOND);
    // 100 s that the phone kept, and 60 s since.
    await consent(context, { ...IN_TIME, ...readFor(text, 160) });
    expect(await storedConsent(context)).toMatchObject({ readingSeconds: 160, reading: { inHaste: false } });
  });

  it('is noted without changing the order, and not at all once it is signed', async () => {
    const context = await copyAt(system(), 'id-card');
    const { contractOpened: _opened, ...before } = await storedOrder(system(), context);
    const openings = await Promise.all([1, 2, 3].map(() => readText(context)));
    const { contractOpened, ...after } = await storedOrder(system(), context);
    expect(after).toEqual(before);
    expect(contractOpened).toEqual({ textSha256: openings[0]!.sha256, at: system().clock.now() });
    const signed = await copyAt(system(), 'sealed');
    const stored = await storedOrder(system(), signed);
    system().clock.advance(60 * SECOND);
    await readText(signed);
    expect(await storedOrder(system(), signed)).toEqual(stored);
  });
});

describe('a time of reading', () => {
  it('longer than has passed since the text was opened is refused', async () => {
    const { context, text } = await reading(300);
    await expectError(
      () => consent(context, { ...IN_TIME, ...readFor(text, 303) }),
      'contracts.reading_time_wrong',
      orderState(system(), context),
    );
    // A phone's clock may go a little fast.
    await consent(context, { ...IN_TIME, ...readFor(text, 302) });
  });

  it('of one section longer than the whole is refused', async () => {
    const { context, text } = await reading(300);
    await expectError(
      () => consent(context, { ...IN_TIME, ...readFor(text, 200), readingSeconds: 190 }),
      'contracts.reading_time_wrong',
      orderState(system(), context),
    );
  });

  it.each([
    ['that lacks a section', (ids: string[]) => ids.slice(1)],
    ['with a section twice', (ids: string[]) => [...ids.slice(1), ids[1]!]],
    ['with a section of another text', (ids: string[]) => [...ids.slice(1), 'article-99']],
    ['with more sections than the text has', (ids: string[]) => [...ids, 'article-99']],
  ])('%s is refused', async (_what, change) => {
    const { context, text } = await reading(300);
    const ids = change(readingSections(text).map(({ id }) => id));
    const told = { readingSeconds: 300, readingSections: ids.map((id) => ({ id, seconds: 100 })) };
    await expectError(
      () => consent(context, { ...IN_TIME, ...told }),
      'contracts.reading_time_wrong',
      orderState(system(), context),
    );
  });

  it('of more sections than any text may have does not come in', async () => {
    const { context } = await reading(300);
    const readingSections = Array.from({ length: MOST_READING_SECTIONS + 1 }, (_, n) => ({
      id: `article-${n}`,
      seconds: 1,
    }));
    await expectError(() => consent(context, { readingSections }), 'request.invalid', orderState(system(), context));
  });

  it('of a text that was never given is refused, and counts from when it is', async () => {
    const { context, text } = await reading(300);
    const { orders } = system().container();
    const params = paramsOf(context);
    const body = { ...consentBody(text), ...IN_TIME, ...readFor(text, 300) };
    // As if another text had been given, before the settings changed.
    await orders.updateOne({ _id: params.orderId }, { $set: { 'contractOpened.textSha256': 'a'.repeat(64) } });
    await expectError(
      () => context.applicant.call(endpoints.contracts.recordConsent, { params, body }),
      'contracts.reading_time_wrong',
      orderState(system(), context),
    );
    await readText(context);
    system().clock.advance(200 * SECOND);
    await expectError(() => consent(context, { ...IN_TIME, ...readFor(text, 300) }), 'contracts.reading_time_wrong');
    await consent(context, { ...IN_TIME, ...readFor(text, 200) });
  });
});

describe('a text that was read in haste', () => {
  const hurries = async () => {
    const { context, text } = await reading(300);
    const least = leastReadingSeconds(text);
    const weighty = readingSections(text).findIndex(({ important }) => important);
    return { context, text, least, weighty };
  };

  it('asks for a second tick, and is agreed to with it', async () => {
    const { context, text, least } = await hurries();
    const hasty = readFor(text, least - 1);
    await expectError(
      () => consent(context, { ...hasty, confirmsRead: false }),
      'contracts.read_in_haste',
      orderState(system(), context),
    );
    await consent(context, { ...hasty, confirmsRead: true });
    expect(await storedConsent(context)).toMatchObject({
      readingSeconds: least - 1,
      reading: { inHaste: true, confirmsRead: true },
    });
  });

  it('is one with a clause of weight that nobody can have read, however long the rest took', async () => {
    const { context, text, weighty } = await hurries();
    const told = readFor(text, 250);
    const readingSections = told.readingSections.map((section, n) =>
      n === weighty ? { ...section, seconds: 1 } : section,
    );
    await expectError(
      () => consent(context, { ...IN_TIME, ...told, readingSections }),
      'contracts.read_in_haste',
      orderState(system(), context),
    );
  });

  it('asks for nothing more after the least time that reading takes', async () => {
    const { context, text, least } = await hurries();
    await consent(context, { ...IN_TIME, ...readFor(text, least) });
    expect((await storedConsent(context)).reading).toMatchObject({ inHaste: false, confirmsRead: false });
  });
});

describe('a consent of before sections were measured', () => {
  it('is signed, sealed and told to its owner as any other', async () => {
    const context = await copyAt(system(), 'signature');
    const { orders } = system().container();
    await orders.updateOne(
      { _id: paramsOf(context).orderId },
      {
        $unset: { 'contract.consent.reading': '', contractOpened: '' },
        $set: { 'contract.consent.readingSeconds': 30, 'contract.consent.device': 'in clear' },
      },
    );
    await sign(context);
    await system().settle();
    const { contract } = await storedOrder(system(), context);
    expect(contract).toMatchObject({ state: 'sealed', consent: { readingSeconds: 30 } });
    expect(contract.consent!.reading).toBeUndefined();
    const told = ownConsents(system().container().cipher, await storedOrder(system(), context));
    expect(told).toMatchObject([
      { contractNumber: contract.contractNumber, readingSeconds: 30, reading: null, device: 'in clear' },
    ]);
  });
});
