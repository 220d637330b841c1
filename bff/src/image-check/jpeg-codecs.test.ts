import { join } from 'node:path';
import { createWorkerPool } from '../threads/worker-pool';
import { asJpeg, drawScene } from './testing/draw-corpus';

/** Decoded and encoded in a new thread. */
async function outcomesOf(jpegs: readonly Buffer[], sideBySide = false): Promise<string[]> {
  const pool = createWorkerPool<{ jpegs: readonly Uint8Array[]; sideBySide: boolean }, string[]>({
    workerFile: join(__dirname, 'testing', 'decode-in-turn.ts'),
    workers: 1,
    deadline: () => new AbortController().signal,
  });
  try {
    return await pool.run({ jpegs, sideBySide });
  } finally {
    await pool.close();
  }
}

const small = asJpeg(drawScene({ width: 320, height: 200 }), 90);
const other = asJpeg(drawScene({ width: 640, height: 480, grain: 2 }), 60);
const damaged = Buffer.concat([other.subarray(0, other.length >> 1), Buffer.from('ffd9', 'hex')]);
/** The codec's memory grows for it. */
const large = asJpeg(drawScene({ width: 4000, height: 3000 }), 40);

it('gives each picture what a new codec gives, whatever came before it', async () => {
  const [[ofSmall], [ofOther]] = await Promise.all([outcomesOf([small]), outcomesOf([other])]);
  expect(ofSmall).not.toBe(ofOther);
  const outcomes = await outcomesOf([other, small, damaged, small, large, other, small]);
  expect([...outcomes.slice(0, 4), ...outcomes.slice(5)]).toEqual([
    ofOther,
    ofSmall,
    'refused',
    ofSmall,
    ofOther,
    ofSmall,
  ]);
});

it('keeps pictures apart that are opened side by side', async () => {
  const inTurn = await outcomesOf([small, other, damaged, small]);
  expect(await outcomesOf([small, other, damaged, small], true)).toEqual(inTurn);
});
