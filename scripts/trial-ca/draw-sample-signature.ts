import { encodePng, type Picture, plainPicture } from './encode-png';

/** A made-up handwritten signature: strokes as points on a 600 × 240 canvas, drawn with a round pen that thins out. */
const strokes: [number, number][][] = [
  [
    [70, 60],
    [130, 52],
    [128, 96],
    [74, 104],
    [70, 142],
    [132, 138],
    [122, 196],
    [96, 182],
  ],
  [
    [196, 44],
    [150, 118],
    [236, 106],
  ],
  [
    [186, 70],
    [184, 196],
    [214, 168],
  ],
  [
    [172, 120],
    [262, 190],
  ],
  [
    [330, 48],
    [318, 76],
    [404, 66],
  ],
  [
    [352, 80],
    [348, 118],
    [412, 108],
  ],
  [
    [300, 138],
    [430, 122],
  ],
  [
    [372, 60],
    [366, 200],
  ],
  [
    [330, 168],
    [352, 150],
    [418, 160],
    [446, 196],
    [520, 150],
  ],
];

let drawn: Buffer | null = null;

/** PNG with a transparent ground, as the canvas of the mini-program exports it. Drawn once. */
export function drawSampleSignature(): Buffer {
  drawn ??= draw();
  return Buffer.from(drawn);
}

function draw(): Buffer {
  const picture = plainPicture(600, 240, 0x00000000);
  for (const stroke of strokes) {
    for (let index = 1; index < stroke.length; index += 1) {
      const [x1, y1] = stroke[index - 1] ?? [0, 0];
      const [x2, y2] = stroke[index] ?? [0, 0];
      const steps = Math.ceil(Math.hypot(x2 - x1, y2 - y1));
      for (let step = 0; step <= steps; step += 1) {
        const along = step / steps;
        dot(picture, x1 + (x2 - x1) * along, y1 + (y2 - y1) * along, 4.2 - (2 * (index - 1 + along)) / stroke.length);
      }
    }
  }
  return encodePng(picture);
}

function dot(picture: Picture, x: number, y: number, radius: number): void {
  for (let py = Math.floor(y - radius - 1); py <= y + radius + 1; py += 1) {
    for (let px = Math.floor(x - radius - 1); px <= x + radius + 1; px += 1) {
      const coverage = Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(px - x, py - y)));
      const alpha = (py * picture.width + px) * 4 + 3;
      picture.data[alpha] = Math.max(picture.data[alpha] ?? 0, Math.round(coverage * 255));
    }
  }
}
