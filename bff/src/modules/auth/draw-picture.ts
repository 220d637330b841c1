import { Jimp } from 'jimp';
import { type Point, strokesOf } from './stroke-letters';

const WIDTH = 240;
const HEIGHT = 90;
const PAPER = 240;
/** Grey of letters and waves alike: a lighter wave is gone by one threshold, and a plain OCR then reads six of ten. */
const INK = 30;
/** How thick lines are, in pixels. */
const LETTER = 6;
const WAVE = 2;
const WAVES = 3;
const GRID = { width: 4, height: 6 };
const PIXELS_A_GRID_UNIT = 8;
const MOST_TURNED_DEGREES = 16;

type RandomInt = (end: number) => number;

/** Distance of a pixel to the line between two points. */
function distance([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/** Draws a straight line with soft edges and round ends; what is darker already stays. */
function drawLine(greys: Uint8Array, from: Point, to: Point, thickness: number): void {
  const reach = thickness / 2 + 1;
  const [left, right] = [Math.min(from[0], to[0]) - reach, Math.max(from[0], to[0]) + reach];
  const [top, bottom] = [Math.min(from[1], to[1]) - reach, Math.max(from[1], to[1]) + reach];
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(HEIGHT, bottom); y += 1) {
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(WIDTH, right); x += 1) {
      const cover = Math.min(1, Math.max(0, thickness / 2 + 0.5 - distance([x, y], from, to)));
      const at = y * WIDTH + x;
      greys[at] = Math.min(greys[at] ?? PAPER, PAPER - cover * (PAPER - INK));
    }
  }
}

function drawPath(greys: Uint8Array, path: readonly Point[], thickness: number): void {
  for (const [index, to] of path.entries()) {
    const from = path[index - 1];
    if (from) {
      drawLine(greys, from, to, thickness);
    }
  }
}

/** Where the points of a letter fall: turned about its middle, and moved a little up or down. */
function placeLetter(middleX: number, randomInt: RandomInt): (point: Point) => Point {
  const angle = ((randomInt(2 * MOST_TURNED_DEGREES + 1) - MOST_TURNED_DEGREES) * Math.PI) / 180;
  const middleY = HEIGHT / 2 + randomInt(13) - 6;
  const scale = PIXELS_A_GRID_UNIT * (0.95 + randomInt(20) / 100);
  return ([x, y]) => {
    const [dx, dy] = [(x - GRID.width / 2) * scale, (y - GRID.height / 2) * scale];
    return [
      middleX + dx * Math.cos(angle) - dy * Math.sin(angle),
      middleY + dx * Math.sin(angle) + dy * Math.cos(angle),
    ];
  };
}

/** A wave from the left edge to the right one. */
function wave(randomInt: RandomInt): Point[] {
  const middle = 20 + randomInt(HEIGHT - 40);
  const swing = 6 + randomInt(12);
  const length = 50 + randomInt(60);
  const shift = randomInt(100);
  const heightAt = (x: number) => middle + swing * Math.sin(((x + shift) * 2 * Math.PI) / length);
  return Array.from({ length: WIDTH / 4 + 1 }, (_, index): Point => [index * 4, heightAt(index * 4)]);
}

/**
 * A PNG of a few of `STROKE_LETTERS`, each turned and moved a little, behind thin waves. It keeps simple programs out;
 * people must be able to read it, so the letters do not overlap.
 */
export function drawPicture(text: string, randomInt: RandomInt): Promise<Buffer> {
  const greys = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  const step = WIDTH / text.length;
  for (const [index, letter] of Array.from(text).entries()) {
    const place = placeLetter((index + 0.5) * step, randomInt);
    for (const stroke of strokesOf(letter)) {
      drawPath(greys, stroke.map(place), LETTER);
    }
  }
  for (let drawn = 0; drawn < WAVES; drawn += 1) {
    drawPath(greys, wave(randomInt), WAVE);
  }
  const data = Buffer.from(Array.from(greys).flatMap((grey) => [grey, grey, grey, 255]));
  return Jimp.fromBitmap({ data, width: WIDTH, height: HEIGHT }).getBuffer('image/png');
}
