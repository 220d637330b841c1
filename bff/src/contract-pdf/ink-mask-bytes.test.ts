import { readInkMask, writeInkMask } from './ink-mask-bytes';
import { sampleInk } from './testing/sample-contract';

test('reads the mask that was written', () => {
  expect(readInkMask(writeInkMask(sampleInk()))).toEqual(sampleInk());
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['a head alone', writeInkMask(sampleInk()).subarray(0, 16)],
  ['a mask larger than any that is made', writeInkMask({ ...sampleInk(), width: 1001 })],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d4948445200000258000000f0', 'hex')],
])('refuses %s', (_name, bytes) => {
  expect(() => readInkMask(bytes)).toThrow(expect.objectContaining({ code: 'ink_unreadable' }));
});
