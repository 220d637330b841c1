import { endpoints } from '@acceptance/shared';
import { unzipSync } from 'fflate';
import { storyPhoto, upload } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { storedOrder } from '../support/stored-state';
import { meet, newestSms, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY = 24 * 3_600_000;

/** A code that proves who is signed in, a minute after whatever was before. */
async function receiveProof({ applicant, person }: StoryContext): Promise<string> {
  system().clock.advance(61_000);
  await applicant.call(endpoints.personalData.requestProof, {});
  return newestSms(system(), person)!.code!;
}
/** Asks for the deletion of the account and lets the week pass: it is closed then, and will be removed in a minute. */
async function closeAccount(context: StoryContext): Promise<void> {
  const body = { code: await receiveProof(context) };
  await context.applicant.call(endpoints.personalData.requestDeletion, { body });
  await system().settle();
  system().clock.advance(7 * DAY);
  await system().settle();
}

describe('an export of one’s data', () => {
  it('holds a photo that a review saw and that was replaced', async () => {
    const context = await walkTo(system(), 'submit');
    const { orders, files } = system().container();
    const { _id, orderNumber, idCard } = await storedOrder(system(), context);
    const seen = idCard.front!.id;
    await orders.updateOne({ _id }, { $set: { status: 'returned' } });
    system().clock.advance(1000);
    const bytes = await storyPhoto('front');
    const replace = async () => {
      const frontFileId = await upload(context, 'id-card-front', bytes, 'image/jpeg');
      await context.applicant.call(endpoints.orders.saveIdCard, { params: paramsOf(context), body: { frontFileId } });
      return frontFileId;
    };
    const unseen = await replace();
    const current = await replace();
    expect(await files.countDocuments({ _id: unseen })).toBe(0);
    const body = { code: await receiveProof(context) };
    const { id: exportId } = await context.applicant.call(endpoints.personalData.requestExport, { body });
    await system().settle();
    const zip = await context.applicant.call(endpoints.personalData.readExport, { params: { exportId } });
    const names = Object.keys(unzipSync(zip));
    expect(names).toContain(`documents/${orderNumber}/earlier/id-card-front-${seen}.jpg`);
    expect(names).toContain(`documents/${orderNumber}/id-card-front.jpg`);
    expect(names.filter((name) => name.includes(current) || name.includes(unseen))).toEqual([]);
  });
});

describe('the deletion of an account', () => {
  it('takes every photo of the account with it, also of an application that is gone', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'identity', 'id-card');
    const { orders, files, fileStore } = system().container();
    const photos = await files.find({ orderId: orderOf(context).id }).lean();
    await closeAccount(context);
    // As an upload leaves it that was decided before its draft went, and written after it.
    await orders.deleteOne({ _id: orderOf(context).id });
    system().clock.advance(60_000);
    await system().settle();
    expect(photos).toHaveLength(2);
    for (const { _id } of photos) {
      expect(await files.countDocuments({ _id })).toBe(0);
      expect(await fileStore.read(_id.toHexString())).toBeNull();
    }
  });

  it('judges an application again that changes while it is removed', async () => {
    const context = await walkTo(system(), 'attachments');
    await closeAccount(context);
    const { orders, files, fileStore } = system().container();
    const { _id, contract } = await storedOrder(system(), context);
    const wanted = contract.fileId!;
    // A second sealing ends in the middle of the removal, under an id that the first look did not see.
    const fresh = `${wanted.slice(0, 20)}${wanted.slice(20) === 'abcd' ? 'abce' : 'abcd'}`;
    const find = files.find.bind(files);
    const spy = jest.spyOn(files, 'find').mockImplementationOnce(((...input: Parameters<typeof find>) => {
      const change = { $set: { 'contract.fileId': fresh }, $inc: { revision: 1 } };
      const query = find(...input);
      const lean = query.lean.bind(query);
      return Object.assign(query, {
        lean: async () => {
          await fileStore.write(fresh, Buffer.from('sealed meanwhile'));
          await orders.updateOne({ _id }, change);
          return lean();
        },
      });
    }) as typeof files.find);
    system().clock.advance(60_000);
    await system().settle();
    spy.mockRestore();
    expect(await orders.countDocuments({ _id })).toBe(0);
    expect(await fileStore.read(fresh)).toBeNull();
    expect(await fileStore.read(wanted)).toBeNull();
  });
});
