import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { startMongodbStandIn } from '../start-mongodb-stand-in';

test('a folder that another layout was written to is refused, named, and given free again', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'old-folder-'));
  // As it was before there were ordered indexes.
  const old = open<Buffer, [string, number]>({ path: dataFolder, encoding: 'binary', noSubdir: false });
  await old.put(['collection', 1], Buffer.from('x'));
  await old.close();
  for (let again = 0; again < 2; again += 1) {
    await expect(startMongodbStandIn({ dataFolder })).rejects.toMatchObject({
      code: 'EOLDFOLDER',
      message: expect.stringContaining('--fresh'),
    });
  }
  rmSync(dataFolder, { recursive: true, force: true });
});
