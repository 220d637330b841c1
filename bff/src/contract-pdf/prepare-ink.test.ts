import { inflateSync } from 'node:zlib';
import { drawSampleSignature } from '../../../scripts/trial-ca/draw-sample-signature';
import { encodePng, type Picture, plainPicture } from '../../../scripts/trial-ca/encode-png';
import { prepareInk } from './prepare-ink';

const transparent = 0x00000000;
const white = 0xffffffff;
const black = 0x000000ff;

function mark({ data, width }: Picture, x: number, y: number, colour = black): void {
  data.writeUInt32BE(colour, (y * width + x) * 4);
}

/** A zigzag drawn with a square pen. */
function zigzag(size: { width: number; height: number }, ground: number, pen = 6, colour = black): Buffer {
  const { width, height } = size;
  const picture = plainPicture(width, height, ground);
  for (let x = Math.round(width * 0.2); x < width * 0.8; x += 1) {
    const y = Math.round(height * 0.3 + Math.abs((((x / width) * 8) % 2) - 1) * height * 0.3);
    for (let dx = 0; dx < pen; dx += 1) {
      for (let dy = 0; dy < pen; dy += 1) mark(picture, x + dx, y + dy, colour);
    }
  }
  return encodePng(picture);
}

function blank(ground: number): Buffer {
  return encodePng(plainPicture(600, 240, ground));
}

function withHeader(png: Buffer, width: number, height: number, interlace = 0): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  changed.writeUInt8(interlace, 28);
  return changed;
}

describe('preparing a handwritten signature', () => {
  test('crops a stroke on transparent ground and keeps its ink', async () => {
    const mask = await prepareInk(drawSampleSignature());
    const alpha = inflateSync(mask.deflatedAlpha);
    expect(alpha).toHaveLength(mask.width * mask.height);
    expect(mask.width).toBeLessThan(500);
    expect(alpha.filter((value) => value >= 128)).toHaveLength(mask.inkPixels);
    expect(mask.inkPixels).toBeGreaterThan(3000);
  });

  test('gives the same mask for black on white as for black on nothing', async () => {
    const size = { width: 600, height: 240 };
    const onNothing = await prepareInk(zigzag(size, transparent));
    const onWhite = await prepareInk(zigzag(size, white));
    expect(onWhite).toEqual(onNothing);
  });

  test('blue ink counts as ink', async () => {
    const mask = await prepareInk(zigzag({ width: 600, height: 240 }, white, 6, 0x1f3f9fff));
    expect(mask.inkPixels).toBeGreaterThan(1000);
  });

  test('brings a large picture down to a thousand pixels', async () => {
    const mask = await prepareInk(zigzag({ width: 2600, height: 1000 }, transparent, 16));
    expect(Math.max(mask.width, mask.height)).toBeLessThanOrEqual(1000);
    expect(mask.inkPixels).toBeGreaterThan(1000);
  });

  test.each([
    ['transparent', transparent],
    ['white', white],
    ['slightly grey', 0xf2f2f2ff],
  ])('refuses an empty %s canvas', async (_name, ground) => {
    await expect(prepareInk(blank(ground))).rejects.toMatchObject({ code: 'ink_empty' });
  });

  test('refuses a dot', async () => {
    const picture = plainPicture(600, 240, transparent);
    for (let i = 0; i < 100; i += 1) mark(picture, 300 + (i % 10), 100 + Math.floor(i / 10));
    await expect(prepareInk(encodePng(picture))).rejects.toMatchObject({ code: 'ink_too_small' });
  });

  test('refuses a single straight line', async () => {
    const picture = plainPicture(600, 240, transparent);
    for (let x = 100; x < 500; x += 1) for (let y = 0; y < 6; y += 1) mark(picture, x, 100 + y);
    await expect(prepareInk(encodePng(picture))).rejects.toMatchObject({ code: 'ink_too_small' });
  });

  test.each([30, 45, 80])('refuses a straight line at %d degrees', async (degrees) => {
    const picture = plainPicture(600, 600, transparent);
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    for (let step = 0; step < 450; step += 0.5) {
      for (let pen = 0; pen < 36; pen += 1) {
        mark(picture, Math.round(60 + step * cos) + (pen % 6), Math.round(60 + step * sin) + Math.floor(pen / 6));
      }
    }
    await expect(prepareInk(encodePng(picture))).rejects.toMatchObject({ code: 'ink_not_writing' });
  });

  test('refuses a frame', async () => {
    const picture = plainPicture(600, 240, transparent);
    for (let x = 50; x < 550; x += 1) {
      for (let y = 30; y < 210; y += 1) {
        if (Math.min(x - 50, 549 - x, y - 30, 209 - y) < 5) mark(picture, x, y);
      }
    }
    await expect(prepareInk(encodePng(picture))).rejects.toMatchObject({ code: 'ink_not_writing' });
  });

  test.each([0.02, 0.1, 0.25, 0.4])('refuses noise of density %d', async (density) => {
    const picture = plainPicture(600, 240, transparent);
    let state = 7;
    for (let at = 0; at < 600 * 240; at += 1) {
      state = (state * 48_271) % 2_147_483_647;
      if (state / 2_147_483_647 < density) mark(picture, at % 600, Math.floor(at / 600));
    }
    await expect(prepareInk(encodePng(picture))).rejects.toMatchObject({ code: 'ink_not_writing' });
  });

  test('refuses specks all over the sheet', async () => {
    const picture = plainPicture(600, 240, transparent);
    for (let speck = 0; speck < 40; speck += 1) {
      const [x, y] = [20 + ((speck * 137) % 560), 20 + ((speck * 71) % 200)];
      for (let pixel = 0; pixel < 25; pixel += 1) mark(picture, x + (pixel % 5), y + Math.floor(pixel / 5));
    }
    await expect(prepareInk(encodePng(picture))).rejects.toMatchObject({ code: 'ink_not_writing' });
  });

  test('takes a thin pen, and strokes that run along the edges of their box', async () => {
    await expect(prepareInk(zigzag({ width: 600, height: 240 }, transparent, 2))).resolves.toBeDefined();
    const picture = plainPicture(600, 240, transparent);
    for (let x = 100; x < 500; x += 1) {
      for (const y of [40, 41, 42, 118, 119, 120, 198, 199, 200]) mark(picture, x, y);
    }
    for (let y = 40; y < 200; y += 1) for (const x of [298, 299, 300]) mark(picture, x, y);
    await expect(prepareInk(encodePng(picture))).resolves.toBeDefined();
  });

  test('makes half transparent and grey ink solid', async () => {
    const size = { width: 600, height: 240 };
    const solid = await prepareInk(zigzag(size, transparent));
    expect(await prepareInk(zigzag(size, transparent, 6, 0x00000070))).toEqual(solid);
    expect(await prepareInk(zigzag(size, white, 6, 0x909090ff))).toEqual(solid);
  });

  test('refuses a dark picture', async () => {
    await expect(prepareInk(blank(0x202020ff))).rejects.toMatchObject({ code: 'ink_unreadable' });
  });

  test.each([
    ['no picture', Buffer.from('not a picture at all, but long enough to hold a header')],
    ['a JPEG', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(100)])],
    ['nothing', Buffer.alloc(0)],
  ])('refuses %s', async (_name, bytes) => {
    await expect(prepareInk(bytes)).rejects.toMatchObject({ code: 'ink_unreadable' });
  });

  test.each([
    ['more than four megapixels', 2001, 2000, 0],
    ['a side of 16000', 16000, 10, 0],
    ['no width', 0, 240, 0],
    ['sizes that overflow', 0xffffffff, 0xffffffff, 0],
    ['interlacing', 600, 240, 1],
  ])('refuses a header with %s before anything is decoded', async (_name, width, height, interlace) => {
    // The body is garbage: a decoder would have complained of damage.
    const png = withHeader(blank(transparent), width, height, interlace).fill(0x55, 60);
    await expect(prepareInk(png)).rejects.toMatchObject({
      code: 'ink_unreadable',
      message: expect.stringContaining('not accepted'),
    });
  });

  test('refuses a file whose header lies about its size', async () => {
    const png = withHeader(zigzag({ width: 300, height: 120 }, transparent), 1900, 2000);
    await expect(prepareInk(png)).rejects.toMatchObject({ code: 'ink_unreadable' });
  });

  test('refuses a file that was cut off', async () => {
    const png = drawSampleSignature();
    await expect(prepareInk(png.subarray(0, png.length / 2))).rejects.toMatchObject({ code: 'ink_unreadable' });
  });
});
