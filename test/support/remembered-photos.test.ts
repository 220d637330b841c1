import { withComments } from '../../bff/src/image-check/testing/note-card';
import { rememberingPhotos, withoutComments } from './remembered-photos';

const OPTIONS = { signal: new AbortController().signal, transferList: [] };
const DRAWING = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xd9]);
const commented = (text: string) => withComments(DRAWING, [Buffer.from(text), Buffer.from('x'.repeat(300))]);

function counted() {
  const seen: unknown[] = [];
  const threads = rememberingPhotos({
    run: async (photo) => ({ turn: seen.push(photo) }) as never,
    destroy: async () => {},
  });
  return { seen, look: (bytes: Uint8Array, width = 1) => threads.run({ bytes, width } as never, OPTIONS) };
}

it('takes only what stands in comments out of a JPEG', () => {
  expect(withoutComments(commented('a'))).toEqual(DRAWING.subarray(2));
  expect(withoutComments(DRAWING)).toEqual(DRAWING.subarray(2));
  const other = Buffer.from([0x89, 0x50, 0xff, 0xfe, 0, 3]);
  expect(withoutComments(other)).toBe(other);
});

it('looks once at one drawing, whatever its comments, and hands out a copy', async () => {
  const { seen, look } = counted();
  const first = await look(commented('one person'));
  const second = await look(commented('another'));
  expect([first, second]).toEqual([{ turn: 1 }, { turn: 1 }]);
  expect(second).not.toBe(first);
  expect(seen).toHaveLength(1);
});

it('looks again at other pixels, and at what is announced otherwise', async () => {
  const { seen, look } = counted();
  await look(commented('one'));
  await look(Buffer.concat([DRAWING.subarray(0, 6), Buffer.from([9, 9, 0xff, 0xd9])]));
  await look(commented('one'), 2);
  expect(seen).toHaveLength(3);
});

it('does not remember a failure', async () => {
  let fails = true;
  const threads = rememberingPhotos({
    run: async () => {
      if (fails) throw new Error('no');
      return 'seen' as never;
    },
    destroy: async () => {},
  });
  const run = () => threads.run({ bytes: DRAWING }, OPTIONS);
  await expect(run()).rejects.toThrow('no');
  fails = false;
  expect(await run()).toBe('seen');
});
