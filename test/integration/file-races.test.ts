import { endpoints, type FilePurpose } from '@acceptance/shared';
import { removeUnused } from '../../bff/src/modules/files';
import { storyPhoto } from '../../scripts/story/application-steps';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { plainPng } from '../support/sample-images';
import { storedAccount, storedOrder } from '../support/stored-state';
import { meet, paramsOf } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

let context: StoryContext;
beforeEach(async () => {
  context = await meet(system(), 'sign-in', 'start', 'identity');
});

const upload = (purpose: FilePurpose = 'attachment', bytes: Uint8Array = plainPng(), mediaType = 'image/png') =>
  context.applicant.call(endpoints.files.uploadFile, {
    body: { purpose, orderId: orderOf(context).id },
    file: { bytes, mediaType, fileName: 'picture' },
  });
const photograph = async () => (await upload('id-card-front', await storyPhoto('front'), 'image/jpeg')).id;
const read = (fileId: string) => context.applicant.call(endpoints.files.readFile, { params: { fileId } });
const saveFront = (frontFileId: string) =>
  context.applicant.call(endpoints.orders.saveIdCard, { params: paramsOf(context), body: { frontFileId } });
const deleteDraft = () => context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) });

/** Everything stored of anybody's uploads. */
const stored = async () => ({
  records: await system().container().files.countDocuments(),
  bytes: await system().container().connection.collection('stored_files.files').countDocuments(),
});
/** Has something happen after an upload has been let in, while its bytes are written. */
function whileWriting(happen: () => Promise<unknown>): void {
  const { fileStore } = system().container();
  const write = jest.spyOn(fileStore, 'write').mockImplementationOnce(async (id, bytes) => {
    write.mockRestore();
    await fileStore.write(id, bytes);
    await happen();
  });
}

describe('an upload leaves nothing behind', () => {
  it('when twelve of them race with the deletion of their draft', async () => {
    const before = await stored();
    const uploads = Array.from({ length: 12 }, () => upload());
    await Promise.race(uploads.map((one) => outcomeOf(one)));
    const deleted = await outcomeOf(deleteDraft());
    const ended = await Promise.allSettled(uploads);
    expect(deleted).toBe('ok');
    for (const one of ended) {
      if (one.status === 'fulfilled') {
        await expectError(() => read(one.value.id), 'files.not_found');
      }
    }
    expect(await stored()).toEqual(before);
  });

  it('when its draft is deleted while it is written', async () => {
    whileWriting(deleteDraft);
    await expectError(upload, 'orders.not_found', stored);
  });

  it('when its application is submitted while it is written', async () => {
    const _id = orderOf(context).id;
    whileWriting(() =>
      system()
        .container()
        .orders.updateOne({ _id }, { $set: { status: 'submitted' } }),
    );
    await expectError(upload, 'orders.not_editable', stored);
  });

  it('when its account is closed while it is written', async () => {
    const { _id } = await storedAccount(system(), context);
    const { accounts } = system().container();
    whileWriting(() => accounts.updateOne({ _id }, { $set: { closedAt: system().clock.now() } }));
    await expectError(upload, 'auth.session_expired', stored);
  });

  it('when the file store fails', async () => {
    const { fileStore } = system().container();
    jest.spyOn(fileStore, 'write').mockRejectedValueOnce(new Error('no space left'));
    await expectError(upload, 'server.unexpected', stored);
  });
});

describe('putting a photo into an application', () => {
  it('is refused when the photo is removed at the same time, and the application does without', async () => {
    const photo = await photograph();
    const { orders, files } = system().container();
    const update = orders.findOneAndUpdate.bind(orders);
    const spy = jest.spyOn(orders, 'findOneAndUpdate').mockImplementationOnce(((
      ...input: Parameters<typeof update>
    ) => ({
      async lean() {
        const edited = await update(...input).lean();
        await files.updateOne({ _id: photo }, { $set: { heldBy: 'a removal' } });
        return edited;
      },
    })) as unknown as typeof orders.findOneAndUpdate);
    await expectError(() => saveFront(photo), 'files.not_found');
    spy.mockRestore();
    expect((await storedOrder(system(), context)).idCard.front).toBeNull();
  });

  it('ends a removal that comes later', async () => {
    const photo = await photograph();
    await saveFront(photo);
    expect(await removeUnused(system().container(), photo)).toBe(false);
    expect(await read(photo)).toHaveLength((await storyPhoto('front')).length);
  });

  it('at the same time as another one leaves one that can be read', async () => {
    const photos = [await photograph(), await photograph(), await photograph()];
    await Promise.all(photos.flatMap((photo) => [outcomeOf(saveFront(photo)), outcomeOf(saveFront(photo))]));
    const { front } = (await storedOrder(system(), context)).idCard;
    if (front) {
      await read(front.id);
    }
    await saveFront(await photograph());
  });
});

describe('the uploads of one application', () => {
  /** What one of procurement-cloud may hold: four times two sides, a signature and five sheets of three papers. */
  const ROOM = 4 * (2 + 1 + 3 * 5);

  async function fillUpTo(count: number): Promise<void> {
    const { files } = system().container();
    const { id } = await upload();
    const { _id, ...record } = (await files.findOne({ _id: id }).lean())!;
    await files.create(Array.from({ length: count - 1 }, () => record));
  }
  const count = () =>
    system()
      .container()
      .files.countDocuments({ orderId: orderOf(context).id });

  it('are bounded, and the refusal says what to do', async () => {
    await fillUpTo(ROOM - 1);
    await upload();
    const refused = await expectError(upload, 'files.too_many', stored);
    expect(refused.status).toBe(409);
  });

  it('never exceed the bound by racing', async () => {
    await fillUpTo(ROOM - 2);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(upload())));
    expect(await count()).toBe(ROOM - 2 + (countOutcomes(outcomes).ok ?? 0));
    expect(await count()).toBeLessThanOrEqual(ROOM);
  });

  it('that a review has seen leave room for those that it asked for', async () => {
    await fillUpTo(ROOM);
    await expectError(upload, 'files.too_many');
    const change = { status: 'returned', submittedAt: system().clock.now() };
    await system()
      .container()
      .orders.updateOne({ _id: orderOf(context).id }, { $set: change });
    system().clock.advance(1000);
    await upload();
  });

  it('may be taken again and again: what is replaced takes up no room', async () => {
    await fillUpTo(ROOM - 2);
    for (let n = 0; n < 4; n += 1) {
      await saveFront(await photograph());
    }
    expect(await count()).toBe(ROOM - 1);
  });
});
