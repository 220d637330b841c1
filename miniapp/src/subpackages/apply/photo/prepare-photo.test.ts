import { ApiError, FILE_RULES, type FilePurpose, findCard, lumaPlane, pictureKind } from '@acceptance/shared';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { withOrientation } from '../../../../../test/host/phone/exif-orientation';
import { type PrepareOptions, preparePhoto } from './prepare-photo';
import { canvasDevice, type PhoneTraits } from './testing/canvas-device';
import { type CardPhotoOptions, drawCardPhoto } from './testing/draw-card-photo';

const jpeg = (options: CardPhotoOptions = {}, quality = 92): Buffer =>
  drawCardPhoto(options).toBuffer('image/jpeg', quality);

interface Case extends Partial<PrepareOptions>, PhoneTraits {
  readonly fileName?: string;
}

async function prepare(bytes: Buffer, { fileName = 'photo.jpg', ...options }: Case = {}) {
  const phone = canvasDevice(options);
  const picked = phone.keep(bytes, fileName);
  const prepared = await preparePhoto(picked, { purpose: 'id-card-front', ...options }, phone.device);
  return { ...prepared, bytes: phone.bytesOf(prepared.photo), isOriginal: prepared.photo.path === picked.path };
}

const refusal = async (...input: Parameters<typeof prepare>): Promise<string> =>
  prepare(...input).then(
    ({ photo, reasons }) => `taken: ${photo.width} × ${photo.height} ${reasons.join()}`,
    (error: unknown) => (error instanceof ApiError ? error.code : String(error)),
  );

async function cardIn(bytes: Buffer) {
  const image = await loadImage(bytes);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return findCard(lumaPlane(context.getImageData(0, 0, image.width, image.height)));
}

const isInWindow = ({ length }: Buffer, purpose: FilePurpose = 'id-card-front'): boolean =>
  length >= FILE_RULES[purpose].minBytes && length <= FILE_RULES[purpose].maxBytes;

describe('a photo of a card', () => {
  it.each([0, 12, -20, 90])('turned by %d degrees is cut out and straightened, within the limits', async (degrees) => {
    const { photo, bytes, reasons } = await prepare(jpeg({ degrees, length: 1000, width: 1800, height: 1500 }));
    expect(reasons).toEqual([]);
    expect(isInWindow(bytes)).toBe(true);
    expect(photo.width / photo.height).toBeCloseTo(1.56, 1);
    expect(photo.width).toBeLessThan(1100);
    const card = await cardIn(bytes);
    expect(Math.abs(card?.angle ?? 9)).toBeLessThan(0.03);
    expect(card?.length).toBeCloseTo(0.94, 1);
  });

  it('of a phone held upright is upright, and its card lies', async () => {
    const { photo } = await prepare(withOrientation(jpeg({ degrees: 90, length: 1100 }), 6));
    expect(photo.width).toBeGreaterThan(photo.height);
  });

  it('is turned as the person asks, from the photo as it came', async () => {
    const { photo } = await prepare(jpeg(), { turns: 1 });
    expect(photo.height / photo.width).toBeCloseTo(1.56, 1);
  });

  it('in the frame of the camera is looked for there', async () => {
    const frame = () => ({ x: 200, y: 200, width: 1200, height: 800 });
    const { photo } = await prepare(jpeg({ length: 1000 }), { frame });
    expect(photo.width).toBeLessThan(1100);
    expect(photo.width).toBeGreaterThan(980);
  });

  it('is sent whole where the card has too few pixels of its own', async () => {
    const { isOriginal } = await prepare(jpeg({ length: 620 }));
    expect(isOriginal).toBe(true);
  });
});

describe('what is said of a photo', () => {
  it.each<[string, CardPhotoOptions]>([
    ['blurred', { sharpAs: 110 }],
    ['glare', { glare: 700 }],
    ['dark', { light: 0.25 }],
    ['cut-corners', { middle: [0.75, 0.5] }],
  ])('is "%s"', async (reason, drawn) => {
    expect((await prepare(jpeg(drawn, 98))).reasons).toEqual([reason]);
  });

  it('goes by the measures of the project', async () => {
    const advice = { blurredBelow: 1, glareAbovePercent: 100, darkBelow: 250 };
    expect((await prepare(jpeg(), { advice })).reasons).toEqual(['dark']);
  });

  it('is nothing of glare when it is a paper', async () => {
    expect((await prepare(jpeg({ glare: 700 }), { purpose: 'attachment' })).reasons).toEqual([]);
  });
});

describe('what a file is', () => {
  it('is decided by its bytes: a WebP named jpg is written as JPEG', async () => {
    const { bytes, photo } = await prepare(drawCardPhoto().toBuffer('image/webp', 90));
    expect(pictureKind(bytes)).toBe('jpeg');
    expect(photo.fileName).toBe('photo.jpg');
  });

  it.each([
    ['a PNG named jpg', 'photo.jpg', false],
    ['a PNG', 'photo.png', true],
    ['a PNG without an ending', 'photo', true],
  ])('of %s as an attachment is sent as it is only when its name is true', async (_, fileName, asIs) => {
    const png = drawCardPhoto({ width: 400, height: 300, length: 300 }).toBuffer('image/png');
    const { isOriginal, bytes } = await prepare(png, { fileName, purpose: 'attachment' });
    expect(isOriginal).toBe(asIs);
    expect(pictureKind(bytes)).toBe(asIs ? 'png' : 'jpeg');
  });

  it('of a PNG above a megabyte is a JPEG below it', async () => {
    const png = drawCardPhoto().toBuffer('image/png');
    expect(png.length).toBeGreaterThan(1024 * 1024);
    const { bytes } = await prepare(png, { fileName: 'photo.png', purpose: 'attachment' });
    expect(pictureKind(bytes)).toBe('jpeg');
    expect(isInWindow(bytes, 'attachment')).toBe(true);
  });

  it.each([
    ['files.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')],
    ['files.not_a_picture', Buffer.from('this is a text')],
    ['files.not_a_picture', Buffer.alloc(0)],
    ['files.wrong_type', Buffer.from('II*\0'.padEnd(100, 'x'), 'latin1')],
    ['files.damaged', jpeg().subarray(0, 300)],
  ])('ends in %s where the phone cannot decode it', async (code, bytes) => {
    expect(await refusal(bytes, { purpose: 'attachment' })).toBe(code);
  });
});

describe('a photo that nobody can use', () => {
  it('is blank', async () => {
    expect(await refusal(createCanvas(1600, 1000).toBuffer('image/jpeg', 90))).toBe('files.blank');
  });

  it('has too few pixels, or too few bytes, and is not blown up', async () => {
    expect(await refusal(jpeg({ width: 600, height: 400, length: 500 }))).toBe('files.too_few_pixels');
    expect(await refusal(jpeg({ sharpAs: 300 }, 30))).toBe('files.too_small');
  });
});

describe('a phone whose canvas has fewer pixels than the photo', () => {
  it('cuts the card out in as many as it has', async () => {
    const large = jpeg({ width: 4000, height: 3000, length: 3000 }, 80);
    const { photo, bytes, isOriginal } = await prepare(large, { mostSide: 1365 });
    expect({ isOriginal, width: photo.width }).toEqual({ isOriginal: false, width: 1365 });
    expect(isInWindow(bytes)).toBe(true);
  });

  it('sends the whole photo, made smaller, where the cut-out has too few bytes and the photo too many', async () => {
    const smooth = drawCardPhoto({ width: 3000, height: 2400, length: 500 * 1.7, sharpAs: 500 });
    const bytes = smooth.toBuffer('image/png');
    const { photo } = await prepare(bytes, { fileName: 'photo.png' });
    expect(photo.width / photo.height).toBeCloseTo(3000 / 2400, 1);
  });
});

describe('a phone that writes something else than it was asked for', () => {
  it.each<[string, PhoneTraits]>([
    ['a corner of it', { exportsCorner: 1 }],
    ['nothing', { exportsFail: 1 }],
  ])('and gives %s, is asked another way', async (_, traits) => {
    const { isOriginal, photo } = await prepare(jpeg(), traits);
    expect(isOriginal).toBe(false);
    expect(photo.width / photo.height).toBeCloseTo(1.56, 1);
  });

  it('whichever way it is asked, is not believed', async () => {
    const png = drawCardPhoto().toBuffer('image/png');
    expect(await refusal(png, { fileName: 'photo.png', exportsCorner: 99 })).toBe('files.not_redrawn');
  });
});

describe('a phone that does not let its canvas be read', () => {
  it('sends the photo as it is, where that may be sent, and else says so', async () => {
    expect(await prepare(jpeg(), { looksFail: 99 })).toMatchObject({ isOriginal: true, reasons: [] });
    const png = drawCardPhoto().toBuffer('image/png');
    expect(await refusal(png, { fileName: 'photo.png', looksFail: 99 })).toBe('files.not_redrawn');
  });
});

describe('a phone whose exports come out blank', () => {
  it('is asked once more', async () => {
    const { isOriginal, reasons } = await prepare(jpeg(), { exportsBlank: 1 });
    expect({ isOriginal, reasons }).toEqual({ isOriginal: false, reasons: [] });
  });

  it('sends the photo as it is where that may be sent', async () => {
    expect((await prepare(jpeg(), { exportsBlank: 99 })).isOriginal).toBe(true);
  });

  it('is told so where it may not', async () => {
    const png = drawCardPhoto().toBuffer('image/png');
    expect(await refusal(png, { fileName: 'photo.png', exportsBlank: 99 })).toBe('files.not_redrawn');
  });
});
