import { deflateSync } from 'node:zlib';
import { AppError, type FilePurpose, photoReasons } from '@acceptance/shared';
import { createImageChecker } from './create-image-checker';
import {
  asBmp,
  asJpeg,
  asPng,
  drawNoise,
  drawPlain,
  drawScene,
  isoFile,
  type Scene,
  turnedBy,
} from './testing/draw-corpus';
import { makePng } from './testing/make-png';

const KB = 1024;
const checker = createImageChecker({ workers: 2, deadline: () => AbortSignal.timeout(60_000) });
afterAll(() => checker.close());

/** What comes of a picture: `taken`, `taken: blurred, dark` or the code that it is refused with. */
async function outcomeOf(bytes: Buffer, purpose: FilePurpose, declaredMediaType: string): Promise<string> {
  try {
    const { look } = await checker.check({ bytes, declaredMediaType, purpose });
    const reasons = look ? photoReasons(look, purpose) : [];
    return reasons.length > 0 ? `taken: ${reasons.join(', ')}` : 'taken';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

type Case = readonly [
  what: string,
  make: () => Buffer,
  outcome: string,
  o?: { readonly as?: FilePurpose; readonly type?: string },
];

const jpegOf = (scene: Scene) => () => asJpeg(drawScene(scene));
const upTo = (share: number, make: () => Buffer) => () => {
  const bytes = make();
  return bytes.subarray(0, Math.floor(bytes.length * share));
};
const and = (make: () => Buffer, behind: string) => () => Buffer.concat([make(), Buffer.from(behind)]);
const text = (content: string) => () => Buffer.from(content.padEnd(200 * KB, ' '), 'latin1');
const jpeg = jpegOf({});
const png = () => asPng(drawScene());
const bmp = () => asBmp(drawScene({ width: 640, height: 500 }));
const paper: Scene = { ground: '#ffffff', card: '#ffffff', width: 700, height: 900 };

const FORMATS: readonly Case[] = [
  ['a JPEG', jpeg, 'taken'],
  ['a JPEG called jpg', jpeg, 'taken', { type: 'image/jpg' }],
  ['a JPEG whose type nobody tells', jpeg, 'taken', { type: 'application/octet-stream' }],
  ['a JPEG with bytes behind its end', and(jpeg, 'a preview of the phone'), 'taken'],
  ['a PNG', png, 'taken'],
  ['a PNG with bytes behind its end', and(png, 'appended by the phone'), 'taken'],
  ['a BMP', bmp, 'taken'],
  ['a JPEG that is called a PNG', jpeg, 'files.type_mismatch', { type: 'image/png' }],
  ['a PNG that is called a JPEG', png, 'files.type_mismatch', { type: 'image/jpeg' }],
  ['a BMP that is called a JPEG', bmp, 'files.type_mismatch', { type: 'image/jpeg' }],
  ['a JPEG that is called a page', jpeg, 'files.wrong_type', { type: 'text/html' }],
  ['a WebP', () => drawScene().toBuffer('image/webp', 90), 'files.wrong_type', { as: 'attachment' }],
  [
    'a WebP that is called a JPEG',
    () => drawScene().toBuffer('image/webp', 90),
    'files.wrong_type',
    { as: 'attachment', type: 'image/jpeg' },
  ],
  ['a GIF', text('GIF89a'), 'files.wrong_type'],
  ['a TIFF of a scanner', text('II*\0'), 'files.wrong_type'],
  ['a TIFF the other way round', text('MM\0*'), 'files.wrong_type'],
  ['a HEIC', () => isoFile('heic', 'mif1', 'heic'), 'files.heic'],
  ['a HEIC by its second brand', () => isoFile('mif1', 'mif1', 'heic'), 'files.heic'],
  ['a HEIC that is called a JPEG', () => isoFile('heix', 'mif1'), 'files.heic', { type: 'image/jpeg' }],
  ['an AVIF', () => isoFile('avif', 'mif1'), 'files.heic'],
  ['a film', () => isoFile('isom', 'mp42'), 'files.not_a_picture'],
  ['a PDF', text('%PDF-1.7'), 'files.not_a_picture'],
  ['a page', text('<!DOCTYPE html><p>'), 'files.not_a_picture'],
  ['a drawing in SVG', text('<svg xmlns="http://www.w3.org/2000/svg">'), 'files.not_a_picture'],
  ['an archive', text('PK\x03\x04'), 'files.not_a_picture'],
  ['a program', text('MZ'), 'files.not_a_picture'],
  ['nothing but zeros', () => Buffer.alloc(200 * KB), 'files.not_a_picture'],
  ['nothing', () => Buffer.alloc(0), 'files.missing'],
];

const ORIENTATIONS: readonly Case[] = [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => [
  `a JPEG of orientation ${orientation}`,
  () => turnedBy(jpeg(), orientation),
  'taken',
]);

const DAMAGES: readonly Case[] = [
  ['a JPEG cut within its picture', () => asJpeg(drawScene({ grain: 20 }), 95).subarray(0, 180 * KB), 'files.damaged'],
  ['a JPEG cut before its picture', upTo(0.99, () => asJpeg(drawPlain('#777777'))), 'files.damaged'],
  ['a JPEG of which only the start is right', text('\xff\xd8\xff\xe0'), 'files.damaged'],
  ['a PNG cut at half', upTo(0.5, png), 'files.damaged'],
  ['a PNG cut shortly before its end', upTo(0.98, png), 'files.damaged'],
  [
    'a PNG with a byte altered',
    () => {
      const bytes = png();
      bytes.writeUInt8(bytes.readUInt8(5000) ^ 0xff, 5000);
      return bytes;
    },
    'files.damaged',
  ],
  ['a PNG of which only the start is right', text('\x89PNG\r\n\x1a\n'), 'files.damaged'],
  ['a BMP cut at half', upTo(0.5, bmp), 'files.damaged'],
  [
    'a bomb by its header',
    () => makePng({ width: 30_000, height: 30_000, pixelData: deflateSync(Buffer.alloc(1024)) }),
    'files.too_many_pixels',
    { as: 'attachment' },
  ],
  [
    'a picture that is too long',
    () => makePng({ width: 6001, height: 10, pixelData: deflateSync(Buffer.alloc(240_050)) }),
    'files.too_many_pixels',
    { as: 'attachment' },
  ],
  [
    'a bomb that unpacks without end',
    () =>
      makePng({
        width: 600,
        height: 600,
        interlaced: true,
        pixelData: deflateSync(Buffer.alloc(200_000_000), { level: 9 }),
      }),
    'files.damaged',
    { as: 'attachment' },
  ],
  [
    'a PNG that has fewer pixels than it says',
    () => makePng({ width: 900, height: 900, pixelData: deflateSync(Buffer.alloc(9000)) }),
    'files.damaged',
    { as: 'attachment' },
  ],
];

const NOTHING_TO_SEE: readonly Case[] = [
  ['black, JPEG', () => asJpeg(drawPlain('#000000')), 'files.blank'],
  ['white, JPEG', () => asJpeg(drawPlain('#ffffff')), 'files.blank'],
  ['grey, JPEG', () => asJpeg(drawPlain('#777777')), 'files.blank'],
  ['black, PNG', () => asPng(drawPlain('#000000')), 'files.blank', { as: 'attachment' }],
  ['white, BMP', () => asBmp(drawPlain('#ffffff', 300, 200)), 'files.blank', { as: 'attachment' }],
  ['black with the grain of a sensor', () => asJpeg(drawScene({ light: 0, grain: 4 })), 'files.blank'],
  ['a white sheet of paper', () => asJpeg(drawPlain('#fafaf7', 700, 900)), 'files.blank', { as: 'attachment' }],
  ['noise, JPEG', () => asJpeg(drawNoise(), 60), 'files.blank'],
  ['noise, PNG', () => asPng(drawNoise(400, 300)), 'files.blank', { as: 'attachment' }],
];

const HARD_TO_READ: readonly Case[] = [
  ['one of 60 pixels blown up', jpegOf({ sharpAs: 60 }), 'taken: blurred'],
  ['one of 100 pixels blown up', jpegOf({ sharpAs: 100 }), 'taken: blurred'],
  ['one of 100 pixels blown up to 1600', jpegOf({ sharpAs: 100, width: 1600, height: 1012 }), 'taken: blurred'],
  ['out of focus', jpegOf({ sharpAs: 130 }), 'taken: blurred'],
  ['a paper out of focus', jpegOf({ ...paper, sharpAs: 60 }), 'taken: blurred', { as: 'attachment' }],
  ['glare over a third', jpegOf({ glare: 0.8 }), 'taken: glare'],
  ['glare over a tenth', jpegOf({ glare: 0.5 }), 'taken: glare'],
  ['a little glare', jpegOf({ glare: 0.2 }), 'taken'],
  ['in the dark', jpegOf({ light: 0.22 }), 'taken: dark'],
  ['in dim light', jpegOf({ light: 0.6 }), 'taken'],
  ['in the dark and blown up', jpegOf({ light: 0.22, sharpAs: 60 }), 'taken: dark, blurred'],
  ['cut at the right', jpegOf({ middle: [0.75, 0.5], length: 0.7 }), 'taken: cut-corners'],
  ['cut at the left', jpegOf({ middle: [0.25, 0.5], length: 0.7 }), 'taken: cut-corners'],
  ['cut at the top', jpegOf({ middle: [0.5, 0.2], length: 0.7 }), 'taken: cut-corners'],
  ['cut at the bottom', jpegOf({ middle: [0.5, 0.8], length: 0.7 }), 'taken: cut-corners'],
  ['cut at a corner', jpegOf({ middle: [0.75, 0.75], length: 0.7 }), 'taken: cut-corners'],
  ['askew', jpegOf({ degrees: 9, length: 0.7 }), 'taken'],
  ['on a white table', jpegOf({ ground: '#f0f0f0', card: '#a8b4c0' }), 'taken'],
  ['a white paper with print', jpegOf(paper), 'taken', { as: 'attachment' }],
];

const SIZES: readonly Case[] = [
  ['one of too few pixels', jpegOf({ width: 800, height: 479 }), 'files.too_few_pixels'],
  ['one of just enough pixels', jpegOf({ width: 800, height: 480 }), 'taken'],
  ['one of too few bytes', () => drawScene({ grain: 1 }).toBuffer('image/jpeg', 60), 'files.too_small'],
  ['one of too many bytes', and(jpeg, ' '.repeat(1024 * KB)), 'files.too_large'],
  [
    'a small paper',
    () => drawScene({ width: 90, height: 60 }).toBuffer('image/jpeg', 90),
    'taken',
    { as: 'attachment' },
  ],
  ['a JPEG for a signature', jpeg, 'files.wrong_type', { as: 'signature', type: 'image/jpeg' }],
];

const CORPUS: Readonly<Record<string, readonly Case[]>> = {
  formats: FORMATS,
  orientations: ORIENTATIONS,
  damages: DAMAGES,
  'nothing to see': NOTHING_TO_SEE,
  'hard to read': HARD_TO_READ,
  sizes: SIZES,
};

describe.each(Object.entries(CORPUS))('the corpus: %s', (_, cases) => {
  for (const [what, make, outcome, { as = 'id-card-front', type = '' } = {}] of cases) {
    it(`${what}: ${outcome}`, async () => {
      expect(await outcomeOf(make(), as, type)).toBe(outcome);
    });
  }
});

it('has eighty pictures', () => {
  expect(Object.values(CORPUS).flat().length).toBeGreaterThanOrEqual(80);
});
