import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { withComments } from './note-card';

const WIDTH = 800;
const HEIGHT = 506;
const KB = 1024;

export interface Scene {
  readonly width?: number;
  readonly height?: number;
  /** Where the card's middle is, in shares of the picture. */
  readonly middle?: readonly [x: number, y: number];
  /** Of the card's longer side, as a share of the picture's width. */
  readonly length?: number;
  readonly degrees?: number;
  readonly ground?: string;
  readonly card?: string;
  /** How much light there is; 1 = enough. */
  readonly light?: number;
  /** A white spot, as a share of the picture's height across. */
  readonly glare?: number;
  /** As sharp as a picture of so many pixels' width. */
  readonly sharpAs?: number;
  /** Levels of grain up and down. */
  readonly grain?: number;
}

/** Levels that differ from pixel to pixel and are the same each time. */
function* levels(count: number): Generator<number> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state % count;
  }
}

function addGrain(canvas: Canvas, light: number, grain: number): Canvas {
  const context = canvas.getContext('2d');
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  const source = levels(2 * grain + 1);
  for (let at = 0; at < picture.data.length; at += 4) {
    const step = (source.next().value ?? 0) - grain;
    for (let channel = at; channel < at + 3; channel += 1) {
      const value = picture.data[channel] ?? 0;
      // What is blown out has no grain.
      picture.data[channel] = value === 255 ? 255 : value * light + step;
    }
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}

function blurred(canvas: Canvas, as: number): Canvas {
  const small = createCanvas(as, Math.max(1, Math.round((as * canvas.height) / canvas.width)));
  small.getContext('2d').drawImage(canvas, 0, 0, small.width, small.height);
  const large = createCanvas(canvas.width, canvas.height);
  large.getContext('2d').drawImage(small, 0, 0, large.width, large.height);
  return large;
}

/** A made-up card on a table: nobody's face, name or number is on it. */
export function drawScene(scene: Scene = {}): Canvas {
  const { width = WIDTH, height = HEIGHT, middle: [x, y] = [0.5, 0.5], length = 0.85, glare = 0, light = 1 } = scene;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = scene.ground ?? '#605448';
  context.fillRect(0, 0, width, height);
  context.translate(x * width, y * height);
  context.rotate(((scene.degrees ?? 0) * Math.PI) / 180);
  const unit = (length * width) / 100;
  context.fillStyle = scene.card ?? '#d6e0e2';
  context.fillRect(-50 * unit, -31.5 * unit, 100 * unit, 63 * unit);
  context.fillStyle = '#343a42';
  for (let stroke = 0; stroke < 150; stroke += 1) {
    const [column, row] = [stroke % 25, Math.floor(stroke / 25)];
    context.fillRect((-45 + column * 2.1) * unit, (-24 + row * 8) * unit, unit * (stroke % 3 ? 0.5 : 1.4), unit * 1.6);
  }
  context.fillStyle = '#96a0b0';
  context.fillRect(18 * unit, -20 * unit, 25 * unit, 32 * unit);
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (glare > 0) {
    context.fillStyle = '#ffffff';
    context.beginPath();
    context.arc(x * width, y * height, (glare * height) / 2, 0, 2 * Math.PI);
    context.fill();
  }
  return addGrain(
    scene.sharpAs ? blurred(canvas, scene.sharpAs) : canvas,
    light,
    scene.grain ?? (scene.sharpAs ? 1 : 4),
  );
}

/** Of one colour. */
export function drawPlain(colour: string, width = WIDTH, height = HEIGHT): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, width, height);
  return canvas;
}

/** Each pixel by chance. */
export const drawNoise = (width = WIDTH, height = HEIGHT): Canvas =>
  addGrain(drawPlain('#808080', width, height), 1, 100);

/** A JPEG of at least 160 KB, as ID photos must have. */
export function asJpeg(canvas: Canvas, quality = 92): Buffer {
  const jpeg = canvas.toBuffer('image/jpeg', quality);
  const missing = Math.ceil((160 * KB - jpeg.length) / (60 * KB));
  return withComments(
    jpeg,
    Array.from({ length: Math.max(0, missing) }, () => Buffer.alloc(60 * KB, 'grain')),
  );
}

/** Grain does not compress: it has some hundred kilobytes. */
export const asPng = (canvas: Canvas): Buffer => canvas.toBuffer('image/png');

/** 24 bits a pixel, rows from below, as Windows writes it. */
export function asBmp(canvas: Canvas): Buffer {
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  const stride = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + stride * height);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = ((height - 1 - y) * width + x) * 4;
      const to = 54 + y * stride + x * 3;
      bytes[to] = data[from + 2] ?? 0;
      bytes[to + 1] = data[from + 1] ?? 0;
      bytes[to + 2] = data[from] ?? 0;
    }
  }
  return bytes;
}

/** The same JPEG with an EXIF orientation: an APP1 segment behind its start. */
export function turnedBy(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from('45786966000049492a0008000000010012010300010000000100000000000000', 'hex');
  exif.writeUInt16LE(orientation, 24);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}

/** The head of an ISO media file of a brand, and nothing that could be decoded. */
export const isoFile = (brand: string, ...compatible: readonly string[]): Buffer =>
  Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${compatible.join('')}`.padEnd(200 * KB, '.'), 'latin1');
