import { endpoints } from '@acceptance/shared';
import type { Types } from 'mongoose';
import type { DataExportRecord } from '../../bff/src/modules/personal-data/data-export.model';
import { beginRun, PART_BYTES, removeWithParts, writeParts } from '../../bff/src/modules/personal-data/export-parts';
import { prepareExport, removeExport } from '../../bff/src/modules/personal-data/prepare-export';
import type { StoryContext } from '../../scripts/story/story-context';
import { storedAccount } from '../support/stored-state';
import { meet } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const readExport = ({ applicant }: StoryContext, exportId: string) =>
  applicant.call(endpoints.personalData.readExport, { params: { exportId } });

/** An export that somebody has asked for and no job makes. */
async function preparing(context: StoryContext): Promise<Types.ObjectId> {
  const accountId = (await storedAccount(system(), context))._id.toHexString();
  const { _id } = await system()
    .container()
    .dataExports.create({
      ...{ accountId, openFor: accountId, state: 'preparing', requestedAt: system().clock.now() },
      ...{ expiresAt: null, byteLength: null, outbox: [] },
    });
  return _id;
}

describe('the ZIP of an export', () => {
  it('leaves nothing behind when the account is deleted while it is being prepared', async () => {
    const context = await meet(system(), 'sign-in');
    const { dataExports, fileStore, ...dependencies } = system().container();
    const _id = await preparing(context);
    const exportId = _id.toHexString();
    let written = '';
    const write = jest.spyOn(fileStore, 'write').mockImplementationOnce(async (id, bytes) => {
      written = id;
      await removeWithParts({ dataExports, fileStore }, _id);
      await fileStore.write(id, bytes);
    });
    await prepareExport({ ...dependencies, dataExports, fileStore, now: system().clock.now }, exportId);
    write.mockRestore();
    expect(written).toMatch(/^[0-9a-f]{24}$/);
    expect(await fileStore.read(written)).toBeNull();
  });

  it('of any size is stored and read in parts, and what another run was writing goes', async () => {
    const context = await meet(system(), 'sign-in');
    const { dataExports, fileStore } = system().container();
    const _id = await preparing(context);
    const exportId = _id.toHexString();
    const zip = Buffer.alloc(3 * PART_BYTES - 5).map((_, index) => (index * 7919) % 251) as Buffer;
    const chunks = async function* () {
      for (let from = 0; from < zip.length; from += 300_000) {
        yield zip.subarray(from, from + 300_000);
      }
    };
    const end = (byteLength: number) => ({
      $set: { state: 'ready' as const, byteLength },
      $unset: { openFor: 1 as const },
    });
    const parts = async () => (await dataExports.findOne({ _id }).lean<DataExportRecord>())!.parts!;
    const slow = (await beginRun({ dataExports, fileStore }, exportId))!;
    const whole = (await beginRun({ dataExports, fileStore }, exportId))!;
    await writeParts({ dataExports, fileStore }, slow, chunks(), end);
    expect(await parts()).toEqual([]);
    await writeParts({ dataExports, fileStore }, whole, chunks(), end);
    expect(await parts()).toHaveLength(3);
    expect(Buffer.from(await readExport(context, exportId)).equals(zip)).toBe(true);
    const [first] = await parts();
    await removeExport({ dataExports, fileStore }, exportId);
    expect(await fileStore.read(first!)).toBeNull();
  });

  it('leaves nothing behind when it cannot be made', async () => {
    const context = await meet(system(), 'sign-in');
    const { dataExports, fileStore } = system().container();
    const _id = await preparing(context);
    const begun = (await beginRun({ dataExports, fileStore }, _id.toHexString()))!;
    const broken = async function* () {
      yield Buffer.alloc(PART_BYTES, 7);
      throw new Error('a record cannot be opened');
    };
    await expect(writeParts({ dataExports, fileStore }, begun, broken(), () => ({}))).rejects.toThrow(
      'cannot be opened',
    );
    const [noted] = (await dataExports.findOne({ _id }).lean<DataExportRecord>())!.parts!;
    expect(await fileStore.read(noted!)).toBeNull();
    await dataExports.deleteOne({ _id });
  });

  it('of before parts were kept is still read', async () => {
    const context = await meet(system(), 'sign-in');
    const { dataExports, fileStore } = system().container();
    const _id = await preparing(context);
    await dataExports.updateOne({ _id }, { $set: { state: 'ready' }, $unset: { openFor: 1 } });
    await fileStore.write(_id.toHexString(), Buffer.from('ZIP'));
    expect(Buffer.from(await readExport(context, _id.toHexString())).toString()).toBe('ZIP');
  });
});
