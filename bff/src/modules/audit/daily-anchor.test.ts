import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type Anchor, readAnchors } from './anchor-file';
import { createDailyAnchor } from './daily-anchor';
import type { ChainEnd } from './record-hash';

const HASH = 'a'.repeat(64);
/** The last minute of a day in Beijing, and the first of the next. */
const EVENING = new Date('2026-11-23T15:59:00.000Z');
const MIDNIGHT = new Date('2026-11-23T16:00:00.000Z');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'anchor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const fileOf = (): string => join(folder, 'anchors.jsonl');

function world(file: string | null, end: ChainEnd = { seq: 12, hash: HASH }) {
  const warnings: unknown[] = [];
  const errors: unknown[] = [];
  const logger = {
    warn: (fields: unknown) => warnings.push(fields),
    error: (fields: unknown) => errors.push(fields),
  } as unknown as Logger;
  const chain = { ...end };
  const told: string[] = [];
  const tellStaff = async ({ seq }: Anchor, day: string) => void told.push(`${day} ${seq}`);
  const anchorDaily = createDailyAnchor({ readEnd: async () => chain, file, tellStaff, logger });
  return { chain, warnings, errors, told, anchorDaily };
}

describe('the daily anchor', () => {
  it('goes to the file and to the log, once a day by the calendar of Beijing', async () => {
    const { anchorDaily, chain, warnings, told } = world(fileOf());
    await anchorDaily(EVENING);
    await anchorDaily(EVENING);
    chain.seq = 15;
    await anchorDaily(MIDNIGHT);
    const anchors = [
      { seq: 12, hash: HASH, anchoredAt: EVENING.toISOString() },
      { seq: 15, hash: HASH, anchoredAt: MIDNIGHT.toISOString() },
    ];
    expect(await readAnchors(fileOf())).toEqual(anchors);
    expect(warnings).toEqual(anchors);
    expect(told).toEqual(['2026-11-23 12', '2026-11-24 15']);
  });

  it('is not repeated after a restart', async () => {
    await world(fileOf()).anchorDaily(EVENING);
    const restarted = world(fileOf());
    await restarted.anchorDaily(EVENING);
    expect(restarted.warnings).toEqual([]);
    await restarted.anchorDaily(MIDNIGHT);
    expect(await readAnchors(fileOf())).toHaveLength(2);
  });

  it('goes to the log alone without a file', async () => {
    const { anchorDaily, warnings } = world(null);
    await anchorDaily(EVENING);
    expect(warnings).toHaveLength(1);
  });

  it('waits for the first record', async () => {
    const { anchorDaily, chain, warnings } = world(fileOf(), { seq: 0, hash: HASH });
    await anchorDaily(EVENING);
    expect(warnings).toEqual([]);
    chain.seq = 1;
    await anchorDaily(new Date(EVENING.getTime() + 300_000));
    expect(await readAnchors(fileOf())).toMatchObject([{ seq: 1 }]);
  });

  it('that cannot be written is an error in the log and tried again after five minutes', async () => {
    const { anchorDaily, errors } = world(join(folder, 'no-such-folder', 'anchors.jsonl'));
    await anchorDaily(EVENING);
    await anchorDaily(EVENING);
    expect(errors).toEqual([{ name: 'Error', code: 'ENOENT' }]);
    await anchorDaily(new Date(EVENING.getTime() + 300_000));
    expect(errors).toHaveLength(2);
  });
});

describe('the anchor file', () => {
  it('is empty when it does not exist', async () => {
    expect(await readAnchors(fileOf())).toEqual([]);
  });

  it('names a line that is no anchor', async () => {
    await world(fileOf()).anchorDaily(EVENING);
    writeFileSync(fileOf(), `${readFileSync(fileOf(), 'utf8')}{"seq":"x"}\n`);
    await expect(readAnchors(fileOf())).rejects.toThrow('line 2 of the anchor file');
  });
});
