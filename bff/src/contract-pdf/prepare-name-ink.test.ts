import { inflateSync } from 'node:zlib';
import { Jimp } from 'jimp';
import { drawSampleSignature } from '../../../scripts/trial-ca/draw-sample-signature';
import { encodePng, type Picture, plainPicture } from '../../../scripts/trial-ca/encode-png';
import { inkAsPng } from './ink-as-png';
import { prepareNameInk } from './prepare-name-ink';

const white = 0xffffffff;

/** Something like 王: three bars and an upright, `side` pixels, on ground of its own. */
function bars(
  picture: Picture,
  { left, top, side, colour }: { left: number; top: number; side: number; colour: number },
) {
  const pen = Math.max(2, Math.round(side / 12));
  const fill = (x: number, y: number, width: number, height: number) => {
    for (let dy = 0; dy < height; dy += 1) {
      for (let dx = 0; dx < width; dx += 1) {
        picture.data.writeUInt32BE(colour >>> 0, ((y + dy) * picture.width + x + dx) * 4);
      }
    }
  };
  for (const share of [0, 0.45, 0.9]) fill(left, top + Math.round(side * share), side, pen);
  fill(left + Math.round(side / 2), top, pen, side);
  return picture;
}
const cut = { left: 30, top: 30, side: 120 };
const drawn = (ground: number, colour: number, size = { width: 300, height: 180 }) =>
  bars(plainPicture(size.width, size.height, ground), { ...cut, colour });
const alphaOf = async (picture: Buffer) => inflateSync((await prepareNameInk(picture)).deflatedAlpha);

/** The same by a camera: grain on ground and strokes. */
function grainy(picture: Picture): Picture {
  for (let byte = 0; byte < picture.data.length; byte += 1) {
    if (byte % 4 === 3) continue;
    const noise = ((byte * 7919) % 23) - 11;
    picture.data[byte] = Math.max(0, Math.min(255, (picture.data[byte] ?? 0) + noise));
  }
  return picture;
}

async function asJpeg(picture: Picture): Promise<Buffer> {
  return new Jimp({ width: picture.width, height: picture.height, data: picture.data }).getBuffer('image/jpeg', {
    quality: 80,
  });
}

test('what is dark on white is ink, all or nothing, cropped', async () => {
  const mask = await prepareNameInk(encodePng(drawn(white, 0x000000ff)));
  expect([mask.width, mask.height]).toEqual([126, 126]);
  expect(new Set(inflateSync(mask.deflatedAlpha))).toEqual(new Set([0, 255]));
});

test('a card is blue and its print grey: the ink is the same', async () => {
  const onPaper = await alphaOf(encodePng(drawn(white, 0x000000ff)));
  const onCard = await alphaOf(encodePng(grainy(drawn(0xc4d8e6ff, 0x464650ff))));
  expect(onCard.equals(onPaper)).toBe(true);
});

test('a dim photograph of it as JPEG gives nearly the same', async () => {
  const onPaper = await alphaOf(encodePng(drawn(white, 0x000000ff)));
  const dim = await alphaOf(await asJpeg(grainy(drawn(0x8c8a80ff, 0x1e1e20ff))));
  expect(dim).toHaveLength(onPaper.length);
  const different = dim.filter((value, index) => value !== onPaper[index]).length;
  expect(different).toBeLessThan(onPaper.length * 0.02);
});

test('a large one is made as small as it is printed', async () => {
  const picture = bars(plainPicture(1900, 1900, white), { left: 100, top: 100, side: 1700, colour: 0x000000ff });
  const mask = await prepareNameInk(encodePng(picture));
  expect(Math.max(mask.width, mask.height)).toBeLessThanOrEqual(600);
});

test.each([
  ['nothing on it', 'ink_empty', async () => encodePng(plainPicture(300, 180, white))],
  ['writing too faint to tell', 'ink_empty', async () => encodePng(drawn(white, 0xd8d8d8ff))],
  [
    'a name that is small on it',
    'ink_too_small',
    async () => encodePng(drawn(white, 0x000000ff, { width: 1500, height: 400 })),
  ],
  ['grain all over', 'ink_unreadable', async () => encodePng(noise())],
  ['no picture', 'ink_unreadable', async () => Buffer.from('GIF89a')],
  ['the half of a JPEG', 'ink_unreadable', async () => (await asJpeg(drawn(white, 0x000000ff))).subarray(0, 400)],
  ['a JPEG of too many pixels', 'ink_unreadable', async () => largeJpeg()],
  ['a PNG of too many pixels', 'ink_unreadable', async () => tooLarge()],
])('is refused with %s: %s', async (_what, code, picture) => {
  await expect(prepareNameInk(await picture())).rejects.toMatchObject({ name: 'ContractPdfError', code });
});

test('what is shown of the ink gives the ink again', async () => {
  const mask = await prepareNameInk(drawSampleSignature());
  expect(await prepareNameInk(inkAsPng(mask))).toEqual(mask);
});

function noise(): Picture {
  const picture = plainPicture(580, 580, white);
  let state = 1;
  for (let pixel = 0; pixel < 580 * 580; pixel += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    if ((state >>> 16) % 10 < 4) picture.data.writeUInt32BE(0x000000ff, pixel * 4);
  }
  return picture;
}

/** By its frame header (ITU-T T.81, B.2.2); there is nothing to decode behind it. */
async function largeJpeg(): Promise<Buffer> {
  const jpeg = await asJpeg(drawn(white, 0x000000ff));
  const frame = jpeg.indexOf(Buffer.from('ffc0', 'hex'));
  jpeg.writeUInt16BE(2001, frame + 5);
  jpeg.writeUInt16BE(2000, frame + 7);
  return jpeg;
}

function tooLarge(): Buffer {
  const png = drawSampleSignature();
  png.writeUInt32BE(2001, 16);
  png.writeUInt32BE(2000, 20);
  return png;
}
