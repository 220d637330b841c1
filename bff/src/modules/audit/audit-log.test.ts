import { AppError } from '@acceptance/shared';
import { createAuditLog } from './audit-log';
import type { Act, AuditRecord } from './audit-record';
import { type ChainAppending, type ChainStore, createChainAppender } from './chain-store';
import { batchesOf, chainInMemory } from './testing/chain-in-memory';
import { sampleAct, sampleActs } from './testing/sample-act';
import { SAMPLE_KEY, sampleKeys } from './testing/sample-key';
import { verifyChain } from './verify-chain';

const noPause = async () => undefined;
/** Nobody hears anybody. */
const noTurns = { ask: noPause, thank: noPause, areAsked: async () => false };
const appenderOver = (store: ChainStore, given: Partial<ChainAppending> = {}) =>
  createChainAppender({ store, turns: noTurns, pause: noPause, key: SAMPLE_KEY, ...given });
const logOver = (store: ChainStore) => createAuditLog(appenderOver(store));
const unbroken = async (records: readonly AuditRecord[]) => {
  const authentication = { keys: sampleKeys, from: 1 };
  const chain = { batches: batchesOf(records), anchors: [], authentication, seqOfHash: async () => null };
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

  it('ask for a turn after two lost races, and say when they had it', async () => {
    const { store } = chainInMemory();
    const said: string[] = [];
    let races = 0;
    const unlucky: ChainStore = {
      ...store,
      async insert(records) {
        races += 1;
        return races <= 2 ? 0 : store.insert(records);
      },
    };
    const turns = { ...noTurns, ask: async () => void said.push('ask'), thank: async () => void said.push('thank') };
    await appenderOver(unlucky, { turns })([sampleAct(1)]);
    expect(said).toEqual(['ask', 'thank']);
    races = 1;
    await appenderOver(unlucky, { turns })([sampleAct(2)]);
    expect(said).toEqual(['ask', 'thank']);
  });

  it('leave a gap while another one asks, and look for that after a race they lost', async () => {
    const { store } = chainInMemory();
    const gaps: number[] = [];
    const asked = [true, false];
    let looks = 0;
    const turns = {
      ...noTurns,
      async areAsked() {
        looks += 1;
        return asked[looks - 1] ?? false;
      },
    };
    // A race is followed by a pause of no time.
    const append = appenderOver(store, { turns, pause: async (ms) => void (ms > 0 && gaps.push(ms)) });
    const pausedLong = () => new Promise((resolve) => setTimeout(resolve, 5));
    await append([sampleAct(1)]);
    await logOver(store).append(sampleAct(2));
    await pausedLong();
    // Lost: the other one was faster.
    await append([sampleAct(3)]);
    expect([looks, gaps.length]).toEqual([0, 0]);
    await pausedLong();
    await append([sampleAct(4)]);
    expect([looks, gaps.length]).toEqual([1, 1]);
    await pausedLong();
    await append([sampleAct(5)]);
    expect([looks, gaps.length]).toEqual([2, 1]);
    // Nobody asks any more: no further look.
    await pausedLong();
    await append([sampleAct(6)]);
    expect([looks, gaps.length]).toEqual([2, 1]);
  });

  it('give up after a hundred lost races', async () => {
    const store = { readEnd: async () => ({ seq: 0, hash: '0' }), insert: async () => 0 };
    const append = appenderOver(store);
    await expect(append([sampleAct(1)])).rejects.toThrow('every race was lost');
  });

  it('look for the end again when it is not known what an insert has done', async () => {
    const { store, records } = chainInMemory();
    const insert = store.insert.bind(store);
    let broken = true;
    const append = appenderOver({
      ...store,
      async insert(given) {
        const stored = await insert(given);
        if (broken) {
          throw new Error('the connection was lost before the answer');
        }
        return stored;
      },
    });
    await expect(append([sampleAct(1)])).rejects.toThrow('connection');
    broken = false;
    await append([sampleAct(2)]);
    expect(records).toHaveLength(2);
    expect(await unbroken(records)).toBeNull();
  });
});
