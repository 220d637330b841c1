import { drawSampleSignature } from '../../../../scripts/trial-ca/draw-sample-signature';
import { encodePng, plainPicture } from '../../../../scripts/trial-ca/encode-png';
import { prepareInk } from '../../contract-pdf/prepare-ink';
import { createInkPool, type InkPool, type InkPoolOptions } from './ink-pool';

const never = new AbortController().signal;

let pool: InkPool | undefined;
afterEach(() => pool?.close());

/** Without a time limit unless a test gives one: the machine may be busy. */
function poolWith(options: InkPoolOptions = {}): InkPool {
  pool = createInkPool({ workers: 1, deadline: () => never, ...options });
  return pool;
}

/** A thick wave on a canvas as large as any of our own. */
function largeSignature(): Buffer {
  const [width, height] = [2400, 960];
  const picture = plainPicture(width, height, 0x00000000);
  for (let x = 300; x < 2100; x += 1) {
    const y = Math.round(480 + 300 * Math.sin(x / 150));
    for (let pen = 0; pen < 16; pen += 1) picture.data.writeUInt32BE(0x000000ff, ((y + pen) * width + x) * 4);
  }
  return encodePng(picture);
}

/** How often the event loop turns from before the work is begun until it is done. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = () => {
    turns += 1;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await work().finally(() => {
    isOver = true;
  });
  return turns;
}

describe('preparing signatures in worker threads', () => {
  test('gives the mask that is made without them, and leaves the caller its bytes', async () => {
    const png = drawSampleSignature();
    const mask = await poolWith().prepare(png);
    expect(mask).toEqual(await prepareInk(drawSampleSignature()));
    expect(Buffer.isBuffer(mask.deflatedAlpha)).toBe(true);
    expect(png.equals(drawSampleSignature())).toBe(true);
  });

  test('leaves the event loop free', async () => {
    const { prepare } = poolWith();
    // The thread is there already: what is counted is preparing alone.
    await prepare(drawSampleSignature());
    const png = largeSignature();
    const ten = Array.from({ length: 10 }, () => png);
    const turnsWith = (prepareOne: (png: Buffer) => Promise<unknown>) =>
      turnsDuring(() => Promise.all(ten.map((each) => prepareOne(each))));
    const inThreads = await turnsWith(prepare);
    // What it was before there were threads: one turn for each picture at the very most.
    expect(await turnsWith(prepareInk)).toBeLessThanOrEqual(10);
    expect(inThreads).toBeGreaterThan(200);
  });

  test('hands on why a signature is refused', async () => {
    const { prepare } = poolWith();
    const blank = encodePng(plainPicture(600, 240, 0xffffffff));
    await expect(prepare(blank)).rejects.toMatchObject({ name: 'ContractPdfError', code: 'ink_empty' });
    const cut = drawSampleSignature().subarray(0, 500);
    await expect(prepare(cut)).rejects.toMatchObject({ name: 'ContractPdfError', code: 'ink_unreadable' });
  });

  test('refuses by the header before anybody has to wait', async () => {
    let begun = 0;
    const { prepare } = poolWith({
      deadline: () => {
        begun += 1;
        return never;
      },
    });
    const png = drawSampleSignature();
    png.writeUInt32BE(6001, 16);
    await expect(prepare(png)).rejects.toMatchObject({ code: 'ink_unreadable' });
    expect(begun).toBe(0);
  });
});

describe('the limits of the pool', () => {
  test('too many waiting: the last is refused, the others are served', async () => {
    const { prepare } = poolWith({ maxWaiting: 2 });
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => prepare(drawSampleSignature())));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(outcomes[3]).toMatchObject({ reason: { name: 'WorkerPoolError', failure: 'queue-full' } });
    await expect(prepare(drawSampleSignature())).resolves.toMatchObject({ width: expect.any(Number) });
  });

  test('too long: that picture is given up, the next one gets a new thread', async () => {
    const first = new AbortController();
    const signals = [never, first.signal];
    const { prepare } = poolWith({ deadline: () => signals.shift() ?? never });
    await prepare(drawSampleSignature());
    const slow = prepare(largeSignature());
    const next = prepare(drawSampleSignature());
    setImmediate(() => first.abort());
    await expect(slow).rejects.toMatchObject({ name: 'WorkerPoolError', failure: 'timed-out' });
    await expect(next).resolves.toMatchObject({ width: expect.any(Number) });
  });

  test('closed: what is under way, what waits and what comes later is refused', async () => {
    const { prepare, close } = poolWith();
    const outcomes = Promise.allSettled([prepare(largeSignature()), prepare(drawSampleSignature())]);
    await close();
    const closed = { status: 'rejected', reason: { name: 'WorkerPoolError', failure: 'closed' } };
    expect(await outcomes).toMatchObject([closed, closed]);
    await expect(prepare(drawSampleSignature())).rejects.toMatchObject({ failure: 'closed' });
  });
});
