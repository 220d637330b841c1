import { markBitmap } from './mark-bitmap';
import { textMask } from './text-mask';

const TEXT = textMask(['仅供 示例项目 证书申请审核', 'S20261130-0001', '王审核 2026年11月30日 10:00'], 18);

function marked(luma: number, { width = 800, height = 500, opacity = 255 } = {}) {
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set([luma, luma, luma, opacity], at);
  markBitmap({ width, height, data }, TEXT);
  return { width, height, data };
}

/** How many pixels of each field of a grid are not of the ground any more. */
function markedIn({ width, height, data }: ReturnType<typeof marked>, ground: number, fields: number): number[] {
  const counts = new Array<number>(fields * fields).fill(0);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const field = Math.floor((y * fields) / height) * fields + Math.floor((x * fields) / width);
      if (Math.abs((data[(y * width + x) * 4] ?? 0) - ground) > 20) counts[field] = (counts[field] ?? 0) + 1;
    }
  }
  return counts;
}

describe('a mark over a picture', () => {
  it.each([255, 200, 90, 0])('is seen in every part of a ground of brightness %d', (ground) => {
    for (const count of markedIn(marked(ground), ground, 4)) expect(count).toBeGreaterThan(100);
  });

  it('leaves most of the picture as it was, and black on white black on white', () => {
    const { data } = marked(230);
    const changed = data.filter((value, index) => index % 4 === 0 && value !== 230).length;
    expect(changed / (data.length / 4)).toBeLessThan(0.25);
    expect(data.reduce((least, value) => Math.min(least, value), 255)).toBeGreaterThan(150);
    const ofDark = marked(30).data.filter((_, index) => index % 4 !== 3);
    expect(ofDark.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(110);
  });

  it('makes what was transparent white and opaque', () => {
    const { data } = marked(0, { opacity: 0 });
    expect(data.filter((value, index) => index % 4 === 3 && value !== 255)).toHaveLength(0);
    expect(data[0]).toBeGreaterThan(180);
  });
});

describe('the text of a mark', () => {
  it('is as wide as its longest line and leaves out what the font lacks', () => {
    const plain = textMask(['仅供审核'], 20);
    expect(plain.width).toBeGreaterThanOrEqual(78);
    expect(plain.width).toBeLessThan(84);
    expect(textMask(['仅供审核\u{10ffff}'], 20)).toEqual(plain);
    expect(plain.values.reduce((count, value) => count + (value > 128 ? 1 : 0), 0)).toBeGreaterThan(200);
  });
});
