import { encodePng, plainPicture } from '../../../../scripts/trial-ca/encode-png';
import { checkCanvasSize } from './ink-canvas-size';

/** Only the header is right: a decoder would complain of damage. */
function headerOf(width: number, height: number): Buffer {
  const png = encodePng(plainPicture(10, 10, 0x00000000)).fill(0x55, 40);
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

test.each([
  ['a PC screen', 600, 240],
  ['a phone with three pixels to one', 1800, 720],
  ['a phone with three and a half', 2100, 840],
  ['a phone with four', 2400, 960],
  ['the same on end', 960, 2400],
])('takes the canvas of %s', (_name, width, height) => {
  expect(() => checkCanvasSize(headerOf(width, height))).not.toThrow();
});

test.each([
  ['wider', 2401, 960],
  ['higher', 2400, 961],
  ['square and large', 2000, 2000],
  ['of more than four megapixels', 5000, 5000],
])('refuses one that is %s', (_name, width, height) => {
  expect(() => checkCanvasSize(headerOf(width, height))).toThrow(
    expect.objectContaining({ code: 'ink_unreadable', message: expect.stringContaining('not accepted') }),
  );
});

test('refuses what is no PNG', () => {
  expect(() => checkCanvasSize(Buffer.from('GIF89a'))).toThrow(expect.objectContaining({ code: 'ink_unreadable' }));
});
