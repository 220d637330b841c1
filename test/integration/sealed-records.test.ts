import { endpoints } from '@acceptance/shared';
import { Types } from 'mongoose';
import { openPerson } from '../../bff/src/modules/account';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { storedAccount, storedOrder } from '../support/stored-state';
import { paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const FORM = { email: 'applicant@example.com', address: '示例省示例市演示区测试路 2 号' };

const collection = (name: string) => system().container().connection.collection(name);
const frontOf = (context: StoryContext) => orderOf(context).idCard.front!.id;

const readNumbers = ({ applicant }: StoryContext) => applicant.call(endpoints.account.showNumbers, {});
const readForm = async (context: StoryContext) =>
  (await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) })).form;
const readPhoto = (context: StoryContext) =>
  context.applicant.call(endpoints.files.readFile, { params: { fileId: frontOf(context) } });

/** Somebody whose account and application hold everything that is sealed before the signature. */
const somebody = (): Promise<StoryContext> => walkTo(system(), 'consent');

/** Puts what `from` has sealed into the record of `to`, as somebody who can write the database would. */
const COPIES = {
  async phone(from: StoryContext, to: StoryContext) {
    const { phone } = await storedAccount(system(), from);
    await collection('accounts').updateOne({ _id: (await storedAccount(system(), to))._id }, { $set: { phone } });
  },
  async person(from: StoryContext, to: StoryContext) {
    const { identity } = await storedAccount(system(), from);
    const { _id } = await storedAccount(system(), to);
    await collection('accounts').updateOne({ _id }, { $set: { 'identity.person': identity!.person } });
  },
  async form(from: StoryContext, to: StoryContext) {
    const { formDraft } = await storedOrder(system(), from);
    await collection('orders').updateOne({ _id: (await storedOrder(system(), to))._id }, { $set: { formDraft } });
  },
  async details(from: StoryContext, to: StoryContext) {
    const { contract } = await storedOrder(system(), from);
    const { _id } = await storedOrder(system(), to);
    await collection('orders').updateOne({ _id }, { $set: { 'contract.consent.details': contract.consent!.details } });
  },
  async photo(from: StoryContext, to: StoryContext) {
    const chunksOf = (context: StoryContext) => ({ files_id: new Types.ObjectId(frontOf(context)) });
    const [file, target] = [new Types.ObjectId(frontOf(from)), new Types.ObjectId(frontOf(to))];
    const chunks = await collection('stored_files.chunks').find(chunksOf(from)).toArray();
    const { length } = (await collection('stored_files.files').findOne({ _id: file }))!;
    await collection('stored_files.chunks').deleteMany(chunksOf(to));
    await collection('stored_files.chunks').insertMany(
      chunks.map(({ n, data }) => ({ _id: new Types.ObjectId(), files_id: target, n, data })),
    );
    await collection('stored_files.files').updateOne({ _id: target }, { $set: { length } });
  },
};

/** Reading that must not show somebody else's data. */
const READS: readonly [keyof typeof COPIES, (context: StoryContext) => Promise<unknown>][] = [
  ['phone', readNumbers],
  ['person', (context) => takeSteps(context, 'consent')],
  ['form', readForm],
  ['photo', readPhoto],
];

describe('what was sealed for one record', () => {
  it.each(READS)('does not open in another one: %s', async (what, read) => {
    const [victim, thief] = [await somebody(), await somebody()];
    await read(thief);
    await COPIES[what](victim, thief);
    await expectError(() => read(thief), 'server.unexpected');
    expect(system().logText()).toContain('belongs to another field or record');
    expect(system().logText()).not.toContain(victim.person.phone);
    await read(victim);
  });

  it('makes no contract in the name of another person', async () => {
    const [victim, thief] = [await walkTo(system(), 'signature'), await walkTo(system(), 'signature')];
    await COPIES.details(victim, thief);
    await thief.applicant.call(endpoints.contracts.signContract, { params: paramsOf(thief) });
    await system().settle();
    const { contract } = await storedOrder(system(), thief);
    expect(contract).toMatchObject({ state: 'sealing', fileId: null });
  });

  it('is kept apart for account and application of the same person', async () => {
    const context = await somebody();
    const [account, order] = [await storedAccount(system(), context), await storedOrder(system(), context)];
    const { cipher } = system().container();
    const open = (envelope: string, { _id }: { _id: Types.ObjectId }) =>
      openPerson(cipher, envelope, _id.toHexString());
    expect(open(order.applicant!.person, order)).toEqual(open(account.identity!.person, account));
    expect(() => open(account.identity!.person, order)).toThrow('belongs to another field or record');
  });
});

it('reads what was sealed before envelopes were bound to records', async () => {
  const context = await somebody();
  const { cipher } = system().container();
  const [account, order] = [await storedAccount(system(), context), await storedOrder(system(), context)];
  const old = (envelope: string, purpose: string, { _id }: { _id: Types.ObjectId }) =>
    cipher.encryptText(cipher.decryptText(envelope, purpose, _id.toHexString()), purpose);
  await collection('accounts').updateOne(
    { _id: account._id },
    {
      $set: {
        phone: old(account.phone, 'account.phone', account),
        'identity.person': old(account.identity!.person, 'account.identity.person', account),
      },
    },
  );
  await collection('orders').updateOne(
    { _id: order._id },
    { $set: { formDraft: old(order.formDraft!, 'order.form', order) } },
  );
  expect((await storedAccount(system(), context)).phone).toMatch(/^v1\./);
  expect((await readNumbers(context)).phone).toBe(context.person.phone);
  expect(await readForm(context)).toMatchObject(FORM);
  await takeSteps(context, 'consent', 'signature', 'sign');
  expect(orderOf(context).contract.state).toBe('sealed');
});
