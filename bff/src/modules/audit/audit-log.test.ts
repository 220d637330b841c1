import { AppError } from '@acceptance/shared';
import { createAuditLog } from './audit-log';
import type { Act, AuditRecord } from './audit-record';
import { createChainAppender } from './chain-store';
import { chainInMemory, streamOf } from './testing/chain-in-memory';
import { sampleAct, sampleActs } from './testing/sample-act';
import { SAMPLE_KEY, sampleKeys } from './testing/sample-key';
import { verifyChain } from './verify-chain';

const noPause = async () => undefined;
const logOver = (store: Parameters<typeof createChainAppender>[0]) =>
  createAuditLog(createChainAppender(store, noPause, SAMPLE_KEY));
const unbroken = async (records: readonly AuditRecord[]) => {
  const authentication = { keys: sampleKeys, from: 1 };
  const chain = { records: streamOf(records), anchors: [], authentication, seqOfHash: async () => null };
  return (await verifyChain(chain)).brokenLink;
};

describe('the queue of a process', () => {
  it('keeps the order and resolves when the act is stored', async () => {
    const { store, records } = chainInMemory();
    const log = logOver(store);
    await Promise.all(sampleActs(5).map((act) => log.append(act)));
    expect(records.map(({ object }) => object)).toEqual(sampleActs(5).map(({ object }) => object));
    expect(await unbroken(records)).toBeNull();
  });

  it('stores together what has gathered meanwhile, 200 at most', async () => {
    const { store, batches } = chainInMemory();
    const log = logOver(store);
    await Promise.all(sampleActs(402).map((act) => log.append(act)));
    expect(batches).toEqual([1, 200, 200, 1]);
  });

  it('says so to everyone whose act was not stored, and goes on with the next', async () => {
    let failing = true;
    const stored: Act[] = [];
    const log = createAuditLog(async (acts) => {
      if (failing) {
        throw new Error('database');
      }
      stored.push(...acts);
    });
    const outcomes = await Promise.allSettled(sampleActs(3).map((act) => log.append(act)));
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await expect(log.append(sampleAct(4))).rejects.toEqual(new AppError('server.unavailable'));
    failing = false;
    await log.append(sampleAct(5));
    expect(stored).toEqual([sampleAct(5)]);
  });

  it('refuses more than it can hold instead of growing', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const log = createAuditLog(() => gate);
    const accepted = Array.from({ length: 10_001 }, () => log.append(sampleAct(1)));
    await expect(log.append(sampleAct(2))).rejects.toMatchObject({ code: 'server.unavailable' });
    go();
    await expect(Promise.all(accepted)).resolves.toHaveLength(10_001);
  });

  it('is empty when it is closed', async () => {
    const { store, records } = chainInMemory();
    const log = logOver(store);
    const appended = Promise.all(sampleActs(250).map((act) => log.append(act)));
    await log.close();
    expect(records).toHaveLength(250);
    await appended;
  });
});

describe('several processes', () => {
  it('make one unbroken chain with every act once', async () => {
    const { store, records } = chainInMemory();
    const logs = Array.from({ length: 4 }, () => logOver(store));
    const acts = sampleActs(400);
    await Promise.all(acts.map((act, index) => logs[index % 4]!.append(act)));
    expect(await unbroken(records)).toBeNull();
    expect(new Set(records.map(({ object }) => object)).size).toBe(400);
    expect(records).toHaveLength(400);
  });

  it('leave each other a gap after a race', async () => {
    const { store } = chainInMemory();
    const pauses: string[] = [];
    const append = createChainAppender(store, async () => void pauses.push('pause'), SAMPLE_KEY);
    await append([sampleAct(1)]);
    expect(pauses).toHaveLength(0);
    await logOver(store).append(sampleAct(2));
    await append([sampleAct(3)]);
    expect(pauses).toHaveLength(1);
    await append([sampleAct(4)]);
    expect(pauses).toHaveLength(2);
  });

  it('give up after a hundred lost races', async () => {
    const store = { readEnd: async () => ({ seq: 0, hash: '0' }), insert: async () => 0 };
    const append = createChainAppender(store, noPause, SAMPLE_KEY);
    await expect(append([sampleAct(1)])).rejects.toThrow('every race was lost');
  });

  it('look for the end again when it is not known what an insert has done', async () => {
    const { store, records } = chainInMemory();
    const insert = store.insert.bind(store);
    let broken = true;
    const append = createChainAppender(
      {
        ...store,
        async insert(given) {
          const stored = await insert(given);
          if (broken) {
            throw new Error('the connection was lost before the answer');
          }
          return stored;
        },
      },
      noPause,
      SAMPLE_KEY,
    );
    await expect(append([sampleAct(1)])).rejects.toThrow('connection');
    broken = false;
    await append([sampleAct(2)]);
    expect(records).toHaveLength(2);
    expect(await unbroken(records)).toBeNull();
  });
});
