import { CARD_RATIO, findCard as findOnPlane, isCut } from './find-card';
import { lumaPlane, type RgbaBitmap } from './luma-plane';

const findCard = (bitmap: RgbaBitmap) => findOnPlane(lumaPlane(bitmap));

interface Drawn {
  readonly width?: number;
  readonly height?: number;
  readonly x?: number;
  readonly y?: number;
  /** Of the card's longer side, in pixels. */
  readonly length?: number;
  readonly ratio?: number;
  readonly degrees?: number;
  readonly ground?: number;
  readonly card?: number;
}

/** A card with a dark portrait on a ground, each with a little grain. */
function drawCard(drawn: Drawn): RgbaBitmap {
  const { width = 640, height = 480, length = 400, ratio = CARD_RATIO, degrees = 0, ground = 80, card = 200 } = drawn;
  const { x: middleX = width / 2, y: middleY = height / 2 } = drawn;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const along = (x - middleX) * cos + (y - middleY) * sin;
      const across = (y - middleY) * cos - (x - middleX) * sin;
      const isCard = Math.abs(along) <= length / 2 && Math.abs(across) <= length / ratio / 2;
      const isPortrait = isCard && along > length * 0.2 && along < length * 0.4 && Math.abs(across) < length * 0.15;
      const luma = (isPortrait ? ground : isCard ? card : ground) + ((x * 7 + y * 13) % 5) - 2;
      data.fill(luma, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { width, height, data };
}

describe('a card in a picture', () => {
  it('is found with its middle, its size and its portrait, on a darker and on a brighter ground', () => {
    for (const [ground, card] of [
      [80, 200],
      [220, 150],
    ]) {
      const place = findCard(drawCard({ x: 300, y: 260, ground, card }));
      expect(place?.centre.x).toBeCloseTo(300 / 640, 1);
      expect(place?.centre.y).toBeCloseTo(260 / 640, 1);
      expect(place?.length).toBeCloseTo(400 / 640, 1);
      expect((place?.length ?? 0) / (place?.breadth ?? 1)).toBeCloseTo(CARD_RATIO, 0);
      expect(place && isCut(place)).toBe(false);
    }
  });

  it.each([-30, -8, 0, 8, 30, 60])('is found turned by %d degrees', (degrees) => {
    const place = findCard(drawCard({ degrees, length: 330 }));
    expect(((place?.angle ?? 9) * 180) / Math.PI).toBeCloseTo(degrees, -0.4);
    expect(place?.length).toBeCloseTo(330 / 640, 1);
  });

  it('is found upright in a photo of a phone that was held upright', () => {
    const place = findCard(drawCard({ width: 480, height: 640, degrees: 90 }));
    expect(Math.abs(place?.angle ?? 0)).toBeCloseTo(Math.PI / 2, 1);
  });

  it.each([
    ['the right', { x: 520 }],
    ['the left and the top', { x: 120, y: 90 }],
    ['the bottom', { y: 400 }],
  ])('is cut at %s', (_, drawn) => {
    const place = findCard(drawCard(drawn));
    expect(place && isCut(place)).toBe(true);
  });
});

describe('what is no card for sure', () => {
  it.each([
    ['nothing on a ground', { length: 0 }],
    ['a card that fills the picture', { length: 2000 }],
    ['a square', { ratio: 1, length: 300 }],
    ['a strip', { ratio: 4, length: 600 }],
    ['a stamp', { length: 90 }],
    ['a card that hardly differs from its ground', { card: 86 }],
    ['a bright half of the picture', { x: 0, length: 640, ratio: 0.5 }],
  ])('is %s', (_, drawn) => {
    expect(findCard(drawCard(drawn))).toBeNull();
  });
});
