import { endpoints } from '@acceptance/shared';
import { Types } from 'mongoose';
import { storyPhoto, upload as uploadTo } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import { expectError } from '../support/expect-error';
import { signInByCode } from '../support/password-people';
import { plainPng } from '../support/sample-images';
import { inkIdOf } from '../support/stored-ink';
import { meet, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let context: StoryContext;
beforeEach(async () => {
  context = await meet(system(), 'sign-in', 'start', 'identity');
});

const read = (fileId: string) => context.applicant.call(endpoints.files.readFile, { params: { fileId } });
const attach = () => uploadTo(context, 'attachment', plainPng(), 'image/png');
const photograph = async () => uploadTo(context, 'id-card-front', await storyPhoto('front'), 'image/jpeg');
const saveAttachments = (...fileIds: string[]) =>
  context.applicant.call(endpoints.orders.saveAttachments, {
    params: paramsOf(context),
    body: { items: fileIds.map((fileId) => ({ kind: 'business-licence', fileId })) },
  });
const saveFront = (frontFileId: string) =>
  context.applicant.call(endpoints.orders.saveIdCard, { params: paramsOf(context), body: { frontFileId } });
async function isStored(fileId: string): Promise<boolean> {
  const { files, fileStore } = system().container();
  const [record, bytes] = [await files.countDocuments({ _id: fileId }), await fileStore.read(fileId)];
  expect(record > 0).toBe(bytes !== null);
  return record > 0;
}
/** Time passes, and everything that looks after something has its turn. */
async function pass(ms: number): Promise<void> {
  system().clock.advance(ms);
  await system().settle();
}
/** Signs the person in again, whose access token has run out. */
async function signInAgain(): Promise<void> {
  context.applicant.accessToken = (await signInByCode(system(), context.person)).session.accessToken;
}
const removals = (fileId: string) =>
  system()
    .container()
    .auditEntries.countDocuments({ object: `file:${fileId}`, action: 'job.remove-left-over-file' });

describe('a replaced picture', () => {
  it('of the ID card is gone at once', async () => {
    const first = await photograph();
    await saveFront(first);
    const second = await photograph();
    await saveFront(second);
    await expectError(() => read(first), 'files.not_found');
    expect([await isStored(first), await isStored(second)]).toEqual([false, true]);
    await expectError(() => saveFront(first), 'files.not_found');
    await saveFront(second);
    await read(second);
  });

  it('of the signature is gone at once', async () => {
    const sign = async () => {
      const fileId = await uploadTo(context, 'signature', drawSampleSignature(), 'image/png');
      const params = paramsOf(context);
      await context.applicant.call(endpoints.orders.confirmSignature, { params, body: { fileId } });
      return fileId;
    };
    const first = await sign();
    const ink = await inkIdOf(system(), context);
    const { fileStore } = system().container();
    expect(await fileStore.read(ink)).not.toBeNull();
    const second = await sign();
    expect([await isStored(first), await isStored(second)]).toEqual([false, true]);
    expect(await fileStore.read(ink)).toBeNull();
    expect(await fileStore.read(await inkIdOf(system(), context))).not.toBeNull();
  });

  it('of an attachment is out of sight at once, may be put back for an hour, and is gone then', async () => {
    const [kept, undone, gone] = [await attach(), await attach(), await attach()];
    await saveAttachments(kept, undone, gone);
    await saveAttachments(kept);
    await expectError(() => read(undone), 'files.not_found');
    await pass(50 * MINUTE);
    await signInAgain();
    await saveAttachments(kept, undone);
    await read(undone);
    await pass(10 * MINUTE);
    expect([await isStored(kept), await isStored(undone), await isStored(gone)]).toEqual([true, true, false]);
    expect(await removals(gone)).toBe(1);
    await signInAgain();
    await expectError(() => saveAttachments(gone), 'files.not_found');
    await pass(25 * HOUR);
    expect([await isStored(kept), await isStored(undone)]).toEqual([true, true]);
  });

  it('that a review saw stays, also when it was an attachment', async () => {
    const [photo, paper] = [await photograph(), await attach()];
    await saveFront(photo);
    await saveAttachments(paper);
    const { orders } = system().container();
    const change = { status: 'returned', submittedAt: system().clock.now() };
    await orders.updateOne({ _id: orderOf(context).id }, { $set: change });
    system().clock.advance(1000);
    await saveFront(await photograph());
    await saveAttachments();
    await pass(25 * HOUR);
    expect([await isStored(photo), await isStored(paper)]).toEqual([true, true]);
  });
});

describe('the sweep', () => {
  it('removes the files of an order that is gone, an hour after they came', async () => {
    const file = await attach();
    await saveAttachments(file);
    await system()
      .container()
      .orders.deleteOne({ _id: orderOf(context).id });
    await expectError(() => read(file), 'files.not_found');
    await pass(59 * MINUTE);
    expect(await isStored(file)).toBe(true);
    await pass(11 * MINUTE);
    expect(await isStored(file)).toBe(false);
    expect(await removals(file)).toBe(1);
  });

  it('removes an upload that was put into no order after a day', async () => {
    const file = await attach();
    await pass(23 * HOUR);
    expect(await isStored(file)).toBe(true);
    await pass(2 * HOUR);
    expect(await isStored(file)).toBe(false);
  });

  it('removes what an upload has left that died, and nobody sees it before', async () => {
    const { files } = system().container();
    const file = await attach();
    await files.updateOne({ _id: file }, { $set: { heldBy: 'an upload' } });
    await expectError(() => read(file), 'files.not_found');
    await expectError(() => saveAttachments(file), 'files.not_found');
    await pass(70 * MINUTE);
    expect(await isStored(file)).toBe(false);
  });

  it('gives back what a removal has held that died before it looked', async () => {
    const { files } = system().container();
    const file = await attach();
    await saveAttachments(file);
    await files.updateOne({ _id: file }, { $set: { heldBy: 'a removal' } });
    await expectError(() => read(file), 'files.not_found');
    await pass(70 * MINUTE);
    await signInAgain();
    await read(file);
  });

  it('is not held up by a file that cannot be removed', async () => {
    const [first, second] = [await attach(), await attach()];
    await system()
      .container()
      .orders.deleteOne({ _id: orderOf(context).id });
    const { fileStore } = system().container();
    jest.spyOn(fileStore, 'delete').mockRejectedValueOnce(new Error('the disk is away'));
    await pass(70 * MINUTE);
    await pass(10 * MINUTE);
    expect([await isStored(first), await isStored(second)].filter(Boolean)).toHaveLength(1);
    await pass(HOUR);
    expect([await isStored(first), await isStored(second)]).toEqual([false, false]);
  });

  it('looks after more files than it takes at once', async () => {
    const { files } = system().container();
    const file = await attach();
    const { _id, ...record } = (await files.findOne({ _id: file }).lean())!;
    const orderId = new Types.ObjectId().toHexString();
    await files.create(Array.from({ length: 1100 }, () => ({ ...record, orderId })));
    await pass(70 * MINUTE);
    expect(await files.countDocuments({ orderId })).toBe(0);
  });
});
