import { Jimp } from 'jimp';
import { type DrawnCard, noteCard, withComments } from './note-card';

const WIDTH = 1600;
const HEIGHT = 1010;
/** The most an ID photo may have in the product. */
const MAX_BYTES = 1024 * 1024;
/** Gives a photo of about 200 KB at quality 85. */
const GRAIN = 6;
const QUALITY = 85;
/** Content of a JPEG segment: its length field counts itself and has 16 bits. */
const LONGEST_SEGMENT = 0xffff - 2;
const SEGMENT_FRAME = 4;

export interface IdCardPhotoOptions {
  readonly side: 'front' | 'back';
  /** The same seed gives the same bytes. */
  readonly seed: number;
  /** What card readers are to find on it: the stand-in reads this note, for the print says nothing. */
  readonly card?: DrawnCard;
  /** At least this long, up to 1 MB; about 200 KB when absent. */
  readonly minBytes?: number;
  /** Sides by half: 800 × 505, which is decoded in a quarter of the time. Some 60 KB unless `minBytes` says more. */
  readonly half?: boolean;
}

type Colour = readonly [red: number, green: number, blue: number];

const TABLE: Colour = [96, 84, 72];
const CARD: Colour = [214, 224, 226];
const INK: Colour = [52, 58, 66];
const PORTRAIT: Colour = [150, 160, 176];
const SKIN: Colour = [212, 178, 150];
const EMBLEM: Colour = [178, 42, 40];

/** Mulberry32: small, fast and the same everywhere. Answers 0–1. */
function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

interface Canvas {
  rectangle(left: number, top: number, width: number, height: number, colour: Colour): void;
  disc(centreX: number, centreY: number, radius: number, colour: Colour): void;
}

/** Its measures are those of the whole photo, whatever the size of the one that is drawn. */
function canvasOn(pixels: Uint8Array, scale: number): Canvas {
  const put = (x: number, y: number, [red, green, blue]: Colour): void => {
    const at = (y * WIDTH * scale + x) * 4;
    pixels[at] = red;
    pixels[at + 1] = green;
    pixels[at + 2] = blue;
    pixels[at + 3] = 255;
  };
  return {
    rectangle(left, top, width, height, colour) {
      for (let y = top * scale; y < (top + height) * scale; y += 1) {
        for (let x = left * scale; x < (left + width) * scale; x += 1) put(Math.floor(x), Math.floor(y), colour);
      }
    },
    disc(centreX, centreY, radius, colour) {
      const [middle, row, reach] = [centreX * scale, centreY * scale, radius * scale];
      for (let y = row - reach; y <= row + reach; y += 1) {
        for (let x = middle - reach; x <= middle + reach; x += 1) {
          if ((x - middle) ** 2 + (y - row) ** 2 <= reach ** 2) put(x, y, colour);
        }
      }
    },
  };
}

/** A line of strokes that looks like print from afar and says nothing. */
function drawPrint(canvas: Canvas, random: () => number, left: number, top: number, characters: number): void {
  for (let index = 0; index < characters; index += 1) {
    const start = left + index * 44;
    for (let stroke = 0; stroke < 5; stroke += 1) {
      const isLevel = random() < 0.5;
      const x = start + Math.floor(random() * 22);
      const y = top + Math.floor(random() * 26);
      canvas.rectangle(x, y, isLevel ? 16 : 4, isLevel ? 4 : 16, INK);
    }
  }
}

function drawCard(canvas: Canvas, side: 'front' | 'back', random: () => number): void {
  canvas.rectangle(0, 0, WIDTH, HEIGHT, TABLE);
  canvas.rectangle(80, 60, WIDTH - 160, HEIGHT - 120, CARD);
  if (side === 'front') {
    for (let line = 0; line < 5; line += 1)
      drawPrint(canvas, random, 160, 150 + line * 110, 5 + Math.floor(random() * 9));
    drawPrint(canvas, random, 480, 820, 18);
    canvas.rectangle(1020, 160, 400, 520, PORTRAIT);
    canvas.disc(1220, 350, 110, SKIN);
    canvas.rectangle(1090, 500, 260, 180, INK);
  } else {
    canvas.disc(330, 290, 130, EMBLEM);
    canvas.disc(330, 290, 90, CARD);
    canvas.disc(330, 290, 60, EMBLEM);
    drawPrint(canvas, random, 560, 200, 16);
    drawPrint(canvas, random, 560, 320, 13);
    drawPrint(canvas, random, 420, 680, 16);
    drawPrint(canvas, random, 420, 790, 20);
  }
}

/** Grain as of a phone's camera, the same on all channels; it gives the file the size of a real photo. */
function addGrain(pixels: Uint8Array, random: () => number): Buffer {
  const grainy = Buffer.from(pixels);
  for (let at = 0; at < grainy.length; at += 4) {
    const grain = (random() - 0.5) * 2 * GRAIN;
    for (let channel = at; channel < at + 3; channel += 1) {
      grainy[channel] = Math.max(0, Math.min(255, Math.round((grainy[channel] ?? 0) + grain)));
    }
  }
  return grainy;
}

/** Makes a JPEG longer. */
function padded(photo: Buffer, wanted: number): Buffer {
  const grain: Buffer[] = [];
  for (let missing = wanted - photo.length; missing > 0; missing -= LONGEST_SEGMENT + SEGMENT_FRAME) {
    grain.push(Buffer.alloc(Math.min(LONGEST_SEGMENT, missing), 'grain'));
  }
  return withComments(photo, grain);
}

/**
 * Draws and encodes the photo. Runs in a worker thread: inside jest, where every use of a global name is slow, it would
 * take ten times as long.
 * @throws RangeError when more than 1 MB is asked for
 */
export default async function drawIdCardPhoto({
  side,
  seed,
  card,
  minBytes = 0,
  half = false,
}: IdCardPhotoOptions): Promise<Uint8Array> {
  if (minBytes > MAX_BYTES - SEGMENT_FRAME) {
    throw new RangeError('an ID photo has at most 1 MB');
  }
  const random = seededRandom(seed);
  const scale = half ? 0.5 : 1;
  const [width, height] = [WIDTH * scale, HEIGHT * scale];
  const pixels = new Uint8Array(width * height * 4);
  drawCard(canvasOn(pixels, scale), side, random);
  const bitmap = { width, height, data: addGrain(pixels, random) };
  const photo = await Jimp.fromBitmap(bitmap).getBuffer('image/jpeg', { quality: QUALITY });
  return padded(card ? noteCard(photo, side, card) : photo, minBytes);
}
