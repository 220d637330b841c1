import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { AppError, type FilePurpose, isSamePicture, printDistance } from '@acceptance/shared';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { Jimp } from 'jimp';
import { createImageChecker, type ImageChecker } from './create-image-checker';
import type { ImageFacts, PhotoLook } from './image-facts';
import { cmykJpeg } from './testing/cmyk-jpeg';
import { makeIdCardPhoto } from './testing/id-card-photo';
import { makePng } from './testing/make-png';

// Workers start with their own compiler: seconds on a busy machine.

const KB = 1024;

let photo: Buffer;
let checker: ImageChecker;
let decodings = 0;
let nextDeadline: AbortSignal | undefined;

beforeAll(async () => {
  photo = await makeIdCardPhoto({ side: 'front', seed: 11 });
  checker = createImageChecker({
    workers: 1,
    deadline: () => {
      decodings += 1;
      const deadline = nextDeadline ?? AbortSignal.timeout(60_000);
      nextDeadline = undefined;
      return deadline;
    },
  });
});
afterAll(() => checker.close());

const check = (bytes: Buffer, purpose: FilePurpose = 'attachment', declaredMediaType = 'application/octet-stream') =>
  checker.check({ bytes, declaredMediaType, purpose });

/** The error's code and details, and whether a decoding was begun at all. */
async function refusal(...input: Parameters<typeof check>) {
  const before = decodings;
  const error: unknown = await check(...input).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused as expected: ${String(error)}`);
  return { code: error.code, details: error.details, decoded: decodings > before };
}

function smallPicture() {
  const picture = new Jimp({ width: 90, height: 50, color: 0x8899aaff });
  return picture.composite(new Jimp({ width: 30, height: 50, color: 0x223344ff }), 30, 0);
}

function lookOf({ look }: ImageFacts): PhotoLook {
  if (!look) throw new Error('a photo is looked at');
  return look;
}

describe('an image that is accepted', () => {
  it('is a JPEG of four colours, or one with bytes before its end that mean nothing', async () => {
    expect(await check(cmykJpeg())).toMatchObject({ mediaType: 'image/jpeg', width: 64, height: 40 });
    const odd = Buffer.concat([photo.subarray(0, -2), Buffer.from([0x00, 0x00, 0xff, 0xd9])]);
    expect(await check(odd)).toMatchObject({ mediaType: 'image/jpeg' });
  });

  it.each(['image/jpeg', 'image/jpg', 'IMAGE/JPEG; q=1', 'application/octet-stream', ''])(
    'is an ID photo declared as "%s"',
    async (declared) => {
      const facts = await check(photo, 'id-card-front', declared);
      expect(facts).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1010 });
      const { measures, card } = lookOf(facts);
      expect(measures.glareRatio).toBe(0);
      expect(measures.sharpness).toBeGreaterThan(200);
      expect(measures.meanLuma).toBeGreaterThan(100);
      expect(measures.meanLuma).toBeLessThan(220);
      // It lies 80 of 1600 pixels from the left, 60 of 1010 from the top.
      expect(card?.length).toBeCloseTo(0.9, 1);
      expect(card?.angle).toBeCloseTo(0, 1);
    },
  );

  it.each(['image/jpeg', 'image/png', 'image/bmp'] as const)('is an attachment of type %s', async (mediaType) => {
    const facts = await check(await smallPicture().getBuffer(mediaType), 'attachment', mediaType);
    expect(facts).toMatchObject({ mediaType, width: 90, height: 50 });
    // Two thirds #8899aa, one third #223344, in BT.601 luma.
    expect(lookOf(facts).measures.meanLuma).toBeCloseTo(116, -1);
  });

  it('is a signature, of which only the header is read', async () => {
    const before = decodings;
    const facts = await check(await smallPicture().getBuffer('image/png'), 'signature', 'image/png');
    expect(facts).toEqual({
      mediaType: 'image/png',
      width: 90,
      height: 50,
      look: null,
    });
    expect(decodings).toBe(before);
  });

  it('is measured upright: the EXIF orientation of a phone is applied', async () => {
    const jpeg = await smallPicture().getBuffer('image/jpeg');
    // APP1 with a little-endian TIFF whose one entry is Orientation (0x0112) = 6, a quarter turn.
    const exif = Buffer.from(
      '4578696600004949 2a0008000000 0100 1201 0300 01000000 06000000 00000000'.replace(/ /g, ''),
      'hex',
    );
    const length = Buffer.alloc(2);
    length.writeUInt16BE(exif.length + 2);
    const turned = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
    expect(await check(turned)).toMatchObject({ width: 50, height: 90 });
  });

  it('is checked alike in a process that tsx started', () => {
    const program = join(__dirname, 'testing', 'check-stdin-photo.ts');
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', program], { input: photo });
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toMatchObject({ mediaType: 'image/jpeg', width: 1600, height: 1010 });
  });

  it('is a PNG with bytes behind its end, which are no part of it', async () => {
    const png = await smallPicture().getBuffer('image/png');
    const longer = Buffer.concat([png, Buffer.from('appended by the phone')]);
    expect(await check(longer)).toMatchObject({ mediaType: 'image/png', width: 90, height: 50 });
  });

  it('has the same print when it is written again, smaller and with less quality, and another one for the other side', async () => {
    const canvas = createCanvas(1000, 631);
    canvas.getContext('2d').drawImage(await loadImage(photo), 0, 0, 1000, 631);
    const again = canvas.toBuffer('image/jpeg', 60);
    const back = await makeIdCardPhoto({ side: 'back', seed: 11 });
    const prints = await Promise.all([photo, again, back].map(async (bytes) => lookOf(await check(bytes)).print));
    const [one = '', same = '', other = ''] = prints;
    expect(isSamePicture(one, same)).toBe(true);
    expect(isSamePicture(one, other)).toBe(false);
    expect(printDistance(one, other)).toBeGreaterThan(25);
  });

  it('leaves the caller its bytes', async () => {
    const before = Buffer.from(photo);
    await check(photo, 'id-card-back');
    expect(photo.equals(before)).toBe(true);
  });
});

describe('an image that is refused before it is decoded', () => {
  it('is empty', async () => {
    expect(await refusal(Buffer.alloc(0))).toMatchObject({ code: 'files.missing', decoded: false });
  });

  it('has too few or too many bytes, told in sizes that do not read like the limit', async () => {
    expect(await refusal(photo.subarray(0, 150 * KB - 1), 'id-card-front')).toEqual({
      code: 'files.too_small',
      details: { actual: '149 KB', minimum: '150 KB' },
      decoded: false,
    });
    expect(await refusal(Buffer.alloc(1024 * KB + 1), 'attachment')).toEqual({
      code: 'files.too_large',
      details: { actual: '1.1 MB', maximum: '1 MB' },
      decoded: false,
    });
    expect(await refusal(Buffer.alloc(512 * KB + 1), 'signature')).toMatchObject({
      details: { actual: '513 KB', maximum: '512 KB' },
    });
  });

  it('is of a type that is not taken, by content or by declaration', async () => {
    const gif = Buffer.from(`GIF89a${'.'.repeat(100)}`);
    const jpeg = await smallPicture().getBuffer('image/jpeg');
    const ftyp = (brand: string) =>
      Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}${'.'.repeat(100)}`, 'latin1');
    expect(await refusal(ftyp('heic'), 'attachment', 'image/jpeg')).toMatchObject({
      code: 'files.heic',
      decoded: false,
    });
    expect(await refusal(ftyp('avif'))).toMatchObject({ code: 'files.heic' });
    const film = Buffer.from(`\0\0\0\x18ftypisom\0\0\0\0mp42${'.'.repeat(100)}`, 'latin1');
    expect(await refusal(film)).toMatchObject({ code: 'files.not_a_picture' });
    const page = Buffer.from('<html>not a photo</html>');
    expect(await refusal(page, 'attachment', 'image/png')).toMatchObject({
      code: 'files.not_a_picture',
      decoded: false,
    });
    expect(await refusal(page, 'signature')).toMatchObject({ code: 'files.wrong_type' });
    expect(await refusal(gif)).toMatchObject({ code: 'files.wrong_type', decoded: false });
    expect(await refusal(gif, 'attachment', 'image/jpeg')).toMatchObject({ code: 'files.wrong_type' });
    expect(await refusal(jpeg, 'attachment', 'text/html')).toMatchObject({ code: 'files.wrong_type' });
    expect(await refusal(jpeg, 'signature', 'image/jpeg')).toMatchObject({ code: 'files.wrong_type' });
  });

  it('is another picture type than declared', async () => {
    const png = await smallPicture().getBuffer('image/png');
    expect(await refusal(png, 'attachment', 'image/jpg')).toMatchObject({
      code: 'files.type_mismatch',
      decoded: false,
    });
  });

  it('is a decompression bomb by its header', async () => {
    const bomb = makePng({ width: 16_000, height: 16_000, pixelData: deflateSync(Buffer.alloc(50_000_000)) });
    expect(bomb.length).toBeLessThan(100 * KB);
    expect(await refusal(bomb)).toMatchObject({ code: 'files.too_many_pixels', decoded: false });
    const long = makePng({ width: 6001, height: 1, pixelData: deflateSync(Buffer.alloc(24_005)) });
    expect(await refusal(long)).toMatchObject({ code: 'files.too_many_pixels', decoded: false });
    const jpeg = await smallPicture().getBuffer('image/jpeg');
    jpeg.writeUInt16BE(9900, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5);
    jpeg.writeUInt16BE(9900, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 7);
    expect(await refusal(jpeg)).toMatchObject({ code: 'files.too_many_pixels', decoded: false });
  });

  it('is an ID photo with too few pixels to read', async () => {
    const flat = new Jimp({ width: 800, height: 470, color: 0x777777ff });
    const bytes = Buffer.concat([await flat.getBuffer('image/png'), Buffer.alloc(160 * KB)]);
    expect(await refusal(bytes, 'id-card-front')).toMatchObject({ code: 'files.too_few_pixels', decoded: false });
  });

  it('has no pixels at all, or a JPEG without an end', async () => {
    const nothing = makePng({ width: 0, height: 5, pixelData: deflateSync(Buffer.alloc(0)) });
    expect(await refusal(nothing)).toMatchObject({ code: 'files.damaged', decoded: false });
    const cut = photo.subarray(0, photo.length - 20 * KB);
    expect(await refusal(cut, 'id-card-front')).toMatchObject({ code: 'files.damaged', decoded: false });
  });
});

describe('a signature that our own canvas cannot have sent', () => {
  it('has too many pixels or bytes, and the answer says so of a signature', async () => {
    const wide = makePng({ width: 2401, height: 900, pixelData: deflateSync(Buffer.alloc(100)) });
    const { code, details } = await refusal(wide, 'signature');
    expect({ code, details }).toEqual({ code: 'signature.too_large', details: { actual: '2401 × 900' } });
    expect(await refusal(Buffer.alloc(512 * KB + 1), 'signature')).toMatchObject({ code: 'signature.too_large' });
  });
});

describe('more photos than are let in', () => {
  it('are asked to come again, and those that were let in are checked; then so are they', async () => {
    const small = createImageChecker({ workers: 1, maxWaiting: 1, deadline: () => AbortSignal.timeout(60_000) });
    const send = () => small.check({ bytes: photo, declaredMediaType: 'image/jpeg', purpose: 'id-card-front' });
    const before = Buffer.from(photo);
    const outcomes = await Promise.allSettled([send(), send(), send()]);
    expect(outcomes).toMatchObject([
      { value: { width: 1600 } },
      { value: { width: 1600 } },
      { reason: { name: 'AppError', code: 'files.busy', status: 503, details: { seconds: 5 } } },
    ]);
    expect(photo.equals(before)).toBe(true);
    expect(await send()).toMatchObject({ width: 1600 });
    await small.close();
    await expect(send()).rejects.toMatchObject({ code: 'server.unavailable' });
  });
});

describe('an image that is refused by decoding it', () => {
  it.each([0x000000ff, 0xffffffff, 0x777777ff])('has one colour only (%s)', async (color) => {
    const png = await new Jimp({ width: 900, height: 600, color }).getBuffer('image/png');
    expect(await refusal(png)).toMatchObject({ code: 'files.blank', decoded: true });
  });

  it('is a PNG that was cut, or altered underway', async () => {
    const png = await smallPicture().getBuffer('image/png');
    expect(await refusal(png.subarray(0, -20))).toMatchObject({ code: 'files.damaged', decoded: true });
    const altered = Buffer.from(png);
    altered.writeUInt8(altered.readUInt8(60) ^ 0xff, 60);
    expect(await refusal(altered)).toMatchObject({ code: 'files.damaged' });
  });

  it('is a JPEG whose scan was overwritten on the way', async () => {
    const scan = photo.lastIndexOf(Buffer.from([0xff, 0xda]));
    const damaged = Buffer.from(photo).fill(0xff, scan + 5000, scan + 5200);
    expect(await refusal(damaged)).toMatchObject({ code: 'files.damaged', decoded: true });
    // The next one meets nothing of it.
    expect(await check(photo)).toMatchObject({ mediaType: 'image/jpeg' });
  });

  it('is a JPEG without its tables', async () => {
    const jpeg = await smallPicture().getBuffer('image/jpeg');
    // Those of quantisation: without the others a decoder takes the standard's.
    const tables = jpeg.indexOf(Buffer.from([0xff, 0xdb]));
    jpeg.writeUInt8(0xfe, tables + 1);
    expect(await refusal(jpeg)).toMatchObject({ code: 'files.damaged', decoded: true });
  });

  it.each(['image/png', 'image/bmp'] as const)('is a %s with fewer pixels than its header says', async (mediaType) => {
    const bytes = await smallPicture().getBuffer(mediaType);
    const lying =
      mediaType === 'image/png'
        ? makePng({ width: 3000, height: 3000, pixelData: deflateSync(Buffer.alloc(90 * 50 * 4 + 50)) })
        : Buffer.from(bytes);
    if (mediaType === 'image/bmp') lying.writeInt32LE(3000, 22);
    expect(await refusal(lying)).toMatchObject({ code: 'files.damaged', decoded: true });
  });

  it('is an interlaced PNG that unpacks without end', async () => {
    const pixelData = deflateSync(Buffer.alloc(200_000_000), { level: 9 });
    const bomb = makePng({ width: 600, height: 600, interlaced: true, pixelData });
    expect(bomb.length).toBeLessThan(1024 * KB);
    expect(await refusal(bomb)).toMatchObject({ code: 'files.damaged', decoded: true });
  });

  it('takes too long to decode, after which others are checked as before', async () => {
    nextDeadline = AbortSignal.abort();
    expect(await refusal(photo, 'id-card-front')).toMatchObject({ code: 'files.damaged', decoded: true });
    expect(await check(photo, 'id-card-front')).toMatchObject({ width: 1600 });
  });
});
