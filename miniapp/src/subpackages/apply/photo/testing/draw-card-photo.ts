import { type Canvas, createCanvas } from '@napi-rs/canvas';

export interface CardPhotoOptions {
  readonly width?: number;
  readonly height?: number;
  /** Middle of the card, in shares of the picture. */
  readonly middle?: readonly [x: number, y: number];
  /** Of the card's longer side, in pixels. */
  readonly length?: number;
  readonly degrees?: number;
  readonly side?: 'front' | 'back';
  /** A white spot on it, in pixels across. */
  readonly glare?: number;
  /** How much light there is; 1 = enough. */
  readonly light?: number;
  /** Seen as sharp as one of so many pixels' width. */
  readonly sharpAs?: number;
}

/** Print that says nothing, on rows of strokes. */
function drawPrint(context: ReturnType<Canvas['getContext']>, length: number): void {
  context.fillStyle = '#343a42';
  const unit = length / 100;
  for (let row = 0; row < 6; row += 1) {
    for (let stroke = 0; stroke < 30; stroke += 1) {
      const [x, y] = [-45 + stroke * 1.9 + (stroke % 3) * 0.4, -22 + row * 7.5];
      context.fillRect(x * unit, y * unit, unit * (stroke % 2 ? 0.4 : 1.2), unit * (stroke % 2 ? 2.4 : 0.5));
    }
  }
}

/** A made-up card on a table, with grain: nobody's face, name or number is on it. */
export function drawCardPhoto(options: CardPhotoOptions = {}): Canvas {
  const { width = 1600, height = 1200, length = 1200, degrees = 0, side = 'front', glare = 0, light = 1 } = options;
  const [x, y] = options.middle ?? [0.5, 0.5];
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#605448';
  context.fillRect(0, 0, width, height);
  context.translate(x * width, y * height);
  context.rotate((degrees * Math.PI) / 180);
  context.fillStyle = '#d6e0e2';
  context.fillRect(-length / 2, -length / 3.17, length, length / 1.585);
  drawPrint(context, length);
  context.fillStyle = side === 'front' ? '#34495e' : '#b22a28';
  const [left, top] = side === 'front' ? [0.18, -0.2] : [-0.42, -0.24];
  context.fillRect(left * length, top * length, length * 0.25, length * 0.3);
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (glare > 0) {
    context.fillStyle = '#ffffff';
    context.beginPath();
    context.arc(x * width, y * height, glare / 2, 0, 2 * Math.PI);
    context.fill();
  }
  const picture = options.sharpAs ? blurred(canvas, options.sharpAs) : canvas;
  return grained(picture, light, options.sharpAs ? 3 : 11);
}

function blurred(canvas: Canvas, as: number): Canvas {
  const small = createCanvas(as, Math.round((as * canvas.height) / canvas.width));
  small.getContext('2d').drawImage(canvas, 0, 0, small.width, small.height);
  const large = createCanvas(canvas.width, canvas.height);
  large.getContext('2d').drawImage(small, 0, 0, large.width, large.height);
  return large;
}

/** Grain as of a phone's camera: it gives the file the size of a real photo. */
function grained(canvas: Canvas, light: number, steps: number): Canvas {
  const context = canvas.getContext('2d');
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  let state = 1;
  for (let at = 0; at < picture.data.length; at += 4) {
    state = (state * 48_271) % 2_147_483_647;
    const grain = (state % steps) - (steps - 1) / 2;
    for (let channel = at; channel < at + 3; channel += 1) {
      const value = picture.data[channel] ?? 0;
      // What is blown out has no grain.
      picture.data[channel] = value === 255 ? 255 : value * light + grain;
    }
  }
  context.putImageData(picture, 0, 0);
  return canvas;
}
