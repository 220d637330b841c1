import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { endpoints } from '@acceptance/shared';
import { auditChain } from '../../bff/src/database/migrations/2026-11-22-audit-chain';
import { type AuditRecord, GENESIS_HASH, linkActs } from '../../bff/src/modules/audit';
import { createApiClient } from '../../scripts/api-client/create-api-client';
import { startDemoSystem } from '../../scripts/demo/start-demo-system';
import { orderOf } from '../../scripts/story/story-context';
import {
  allRecords,
  anotherContainer,
  auditEntries,
  madeUpAct,
  recordedBy,
  verifyAudit,
} from '../support/audit-records';
import { expectError } from '../support/expect-error';
import { walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { unjudged } from '../support/unjudged';

const system = useSystem();
const run = promisify(execFile);

/** What was recorded, without its place in the chain. */
const actOf = ({ seq, hash, previousHash, format, keyId, mac, ...act }: AuditRecord) => act;

describe('what is not recorded', () => {
  it('is not shown: the answer is withheld when the log cannot be written', async () => {
    const context = await walkTo(system(), 'id-card');
    const fileId = orderOf(context).idCard.front!.id;
    const { collection } = auditEntries(system());
    const insertMany = jest.spyOn(collection, 'insertMany').mockRejectedValue(new Error('disk full'));
    const look = () => context.applicant.call(endpoints.files.readFile, { params: { fileId } });
    await expectError(look, 'server.unavailable');
    insertMany.mockRestore();
    expect(await recordedBy(system(), look)).toMatchObject([{ action: 'files.readFile', outcome: 'done' }]);
    expect((await verifyAudit(system())).brokenLink).toBeNull();
  });
});

describe('a process that dies', () => {
  it('between the insert and the answer leaves the act recorded once, and the next goes on from there', async () => {
    const context = await walkTo(system(), 'id-card');
    const fileId = orderOf(context).idCard.front!.id;
    const { collection } = auditEntries(system());
    const insertMany = collection.insertMany.bind(collection);
    const dying = jest.spyOn(collection, 'insertMany').mockImplementation(async (...given) => {
      await insertMany(...given);
      throw new Error('the process has died');
    });
    const look = () => context.applicant.call(endpoints.files.readFile, { params: { fileId } });
    const recorded = await recordedBy(system(), () => expectError(look, 'server.unavailable'));
    dying.mockRestore();
    expect(recorded).toMatchObject([{ action: 'files.readFile', object: `file:${fileId}`, outcome: 'done' }]);
    await system().restartBff();
    expect(await recordedBy(system(), look)).toHaveLength(1);
    expect((await verifyAudit(system())).brokenLink).toBeNull();
  });

  it('in the middle of a batch leaves an unbroken chain to the others', async () => {
    const dying = await anotherContainer(system());
    const appended = Array.from({ length: 50 }, (_, n) => dying.auditLog.append(madeUpAct(system(), n, 'dying')));
    const outcomes = Promise.allSettled(appended);
    await appended[0];
    await dying.connection.close(true);
    await outcomes;
    await system()
      .container()
      .auditLog.append(madeUpAct(system(), 51, 'living'));
    expect(await verifyAudit(system())).toMatchObject({ brokenLink: null });
    await dying.imageChecker.close();
  });
});

describe('two processes', () => {
  it('writing 500 records each at the same time make one unbroken chain with every act once', async () => {
    const other = await anotherContainer(system());
    const logs = { here: system().container().auditLog, there: other.auditLog };
    const recorded = await recordedBy(system(), async () => {
      const writing = Array.from({ length: 500 }, async (_, n) => {
        await Promise.all([
          logs.here.append(madeUpAct(system(), n, 'here')),
          logs.there.append(madeUpAct(system(), n, 'there')),
        ]);
        // A second wave after the first answer: batches of all sizes meet.
        await logs[n % 2 === 0 ? 'here' : 'there'].append(madeUpAct(system(), n, 'again'));
      });
      await Promise.all(writing);
    });
    await other.close();
    const mine = recorded.filter(({ action }) => action === 'test.act');
    expect(mine).toHaveLength(1500);
    expect(new Set(mine.map(({ actor, object }) => `${actor.id} ${object}`)).size).toBe(1500);
    expect((await verifyAudit(system())).brokenLink).toBeNull();
  });
});

describe('the indexes', () => {
  it('let a number be taken once, leave alone what has none, and can be made again', async () => {
    const { connection } = system().container();
    await auditChain.up(connection);
    await auditChain.up(connection);
    const { collection } = auditEntries(system());
    const [known] = await collection.find().sort({ seq: 1 }).limit(1).toArray();
    const { _id, ...record } = known!;
    await expect(collection.insertOne(record)).rejects.toMatchObject({ code: 11000 });
    const { insertedIds } = await unjudged(connection.getClient().db(), collection.collectionName, () =>
      collection.insertMany([{ action: 'from before' }, { action: 'from before' }]),
    );
    expect(await verifyAudit(system())).toMatchObject({ brokenLink: null, outside: 2 });
    await collection.deleteMany({ _id: { $in: Object.values(insertedIds) } });
  });
});

describe('every system of the tests', () => {
  it('walks its own chain when it stops, and fails when it is broken', async () => {
    const other = await startDemoSystem({ runJobs: false });
    await createApiClient(other.origin).call(endpoints.auth.requestSmsCode, { body: { phone: '19900000001' } });
    await other.container().auditEntries.updateOne({ seq: 1 }, { $set: { action: 'nothing at all' } });
    await expect(other.stop()).rejects.toThrow('the audit chain is broken at record 1: changed');
  });
});

describe('the daily anchor', () => {
  it('is told to the staff by one of two processes, also when the operator was down, and agrees with the chain', async () => {
    const anchored = await anotherContainer(system(), { AUDIT_ANCHOR_PHONES: '19999999991,19999999992' });
    const messages = (phone: string) =>
      system()
        .standIns.tencentCloud.sms(phone)
        .filter(({ templateId }) => templateId === 'demo-audit-anchor');
    await anchored.auditAnchors.deleteMany({});
    system().clock.advance(24 * 3_600_000);
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    await anchored.dispatcher.drain();
    await anchored.dispatcher.drain();
    await system().container().dispatcher.drain();
    system().standIns.faults.reset();
    system().clock.advance(2000);
    await anchored.dispatcher.drain();
    const { seq, hash } = (await anchored.auditAnchors.findOne().lean())!;
    for (const phone of ['19999999991', '19999999992']) {
      expect(messages(phone).map(({ text }) => text)).toEqual([
        expect.stringContaining(`第${seq}条，${hash.slice(0, 16)}`),
      ]);
    }
    expect(await auditEntries(system()).countDocuments({ seq, hash })).toBe(1);
    expect(JSON.stringify(await anchored.auditAnchors.find().lean())).not.toContain('1999999999');
    await anchored.close();
  });
});

describe('tampering', () => {
  /** Changes the stored chain, looks for the first broken link, and puts everything back. */
  async function afterTampering(tamper: (middle: AuditRecord) => Promise<unknown>) {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        system()
          .container()
          .auditLog.append(madeUpAct(system(), n, 'victim')),
      ),
    );
    const { collection } = auditEntries(system());
    const before = await collection.find().toArray();
    const middle = (await allRecords(system())).at(-5)!;
    await tamper(middle);
    const { brokenLink } = await verifyAudit(system());
    await collection.deleteMany({});
    await collection.insertMany(before);
    expect((await verifyAudit(system())).brokenLink).toBeNull();
    return { brokenLink, seq: middle.seq };
  }

  it('with an outcome is found', async () => {
    const { brokenLink, seq } = await afterTampering((middle) =>
      auditEntries(system()).updateOne({ seq: middle.seq }, { $set: { outcome: 'auth.forbidden' } }),
    );
    expect(brokenLink).toEqual({ seq, kind: 'changed' });
  });

  it('by deleting is found', async () => {
    const { brokenLink, seq } = await afterTampering((middle) => auditEntries(system()).deleteOne({ seq: middle.seq }));
    expect(brokenLink).toEqual({ seq, kind: 'missing' });
  });

  it('is found by the command, which checks the anchors of the daily job and tells its finding by exit code', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'audit-'));
    const anchorFile = join(folder, 'anchors.jsonl');
    const anchoring = await anotherContainer(system(), { AUDIT_ANCHOR_FILE: anchorFile });
    await anchoring.dispatcher.drain();
    await anchoring.close();
    const command = async (file: string, keys?: string) => {
      const args = ['--import', 'tsx', 'scripts/audit/verify-audit-log.ts', '--anchor-file', file];
      const uri = system().environment.MONGODB_URI!;
      const { AUDIT_KEYS } = system().environment;
      const env = { ...process.env, AUDIT_KEYS: keys ?? AUDIT_KEYS };
      const running = run(process.execPath, [...args, '--mongodb-uri', uri], { cwd: join(__dirname, '../..'), env });
      return running.then(
        ({ stdout }) => ({ code: 0, stdout }),
        ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
      );
    };
    const intact = await command(anchorFile);
    expect(intact).toEqual({ code: 0, stdout: expect.stringMatching(/is unbroken: [\s\S]*1 of 1 anchors passed/) });
    expect(await command(anchorFile, '')).toEqual({ code: 2, stdout: expect.stringContaining('NOT AUTHENTICATED') });
    const foreign = `demo-1:${Buffer.alloc(32, 5).toString('base64')}`;
    expect(await command(anchorFile, foreign)).toEqual({
      code: 1,
      stdout: expect.stringMatching(/^BROKEN at record 1: forged/),
    });
    const found: Awaited<ReturnType<typeof command>>[] = [];
    const { seq } = await afterTampering(async (middle) => {
      await auditEntries(system()).deleteMany({ seq: { $gte: middle.seq } });
      found.push(await command(anchorFile));
      await auditEntries(system()).deleteMany({ seq: { $gt: 1 } });
      found.push(await command(anchorFile));
    });
    expect(seq).toBeGreaterThan(2);
    expect(found).toEqual([
      { code: 0, stdout: expect.stringContaining('1 of 1 anchors passed') },
      { code: 1, stdout: expect.stringMatching(/^BROKEN at record 2: truncated/) },
    ]);
    writeFileSync(anchorFile, 'no anchor');
    expect(await command(anchorFile)).toMatchObject({ code: 2, stdout: '' });
    rmSync(folder, { recursive: true });
  });

  it('by making all of it anew without the key is found', async () => {
    const { brokenLink } = await afterTampering(async () => {
      const records = await allRecords(system());
      const { collection } = auditEntries(system());
      await collection.deleteMany({});
      const forger = { id: records[0]!.keyId!, key: Buffer.alloc(32, 66) };
      await collection.insertMany(linkActs({ seq: 0, hash: GENESIS_HASH }, records.map(actOf), forger));
    });
    expect(brokenLink).toEqual({ seq: 1, kind: 'forged' });
  });

  it('by exchanging two records is found', async () => {
    const { brokenLink, seq } = await afterTampering(async ({ seq: number }) => {
      await auditEntries(system()).updateOne({ seq: number }, { $set: { seq: 1e9 } });
      await auditEntries(system()).updateOne({ seq: number + 1 }, { $set: { seq: number } });
      await auditEntries(system()).updateOne({ seq: 1e9 }, { $set: { seq: number + 1 } });
    });
    expect(brokenLink).toEqual({ seq, kind: 'reordered' });
  });
});
