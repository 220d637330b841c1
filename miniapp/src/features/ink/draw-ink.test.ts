import { drawEnd, drawNewest, drawStrokes, type InkContext } from './draw-ink';
import { screenTransform, writingAreaOf } from './writing-area';

const NIB = { thick: 6, thin: 2 };
const PLAIN = screenTransform(writingAreaOf({ width: 600, height: 300 }));
const STROKE = [0, 10, 22, 30, 41].map((x, index) => ({ x, y: index * 3, at: index * 16 }));

/** Notes the ends of all pieces, with their widths. */
function paper() {
  const pieces: string[] = [];
  let dots = 0;
  const context = {
    lineWidth: 1,
    save: () => undefined,
    restore: () => undefined,
    transform: () => undefined,
    clearRect: () => undefined,
    beginPath: () => undefined,
    moveTo: () => undefined,
    lineTo: (x: number, y: number) => pieces.push(`${x.toFixed(2)},${y.toFixed(2)},${context.lineWidth.toFixed(3)}`),
    stroke: () => undefined,
    arc: () => {
      dots += 1;
    },
    fill: () => undefined,
  };
  return { context: context as unknown as InkContext, pieces, dots: () => dots };
}

describe('drawing ink', () => {
  it('looks the same while writing as when it is drawn again', () => {
    const live = paper();
    for (let length = 1; length <= STROKE.length; length += 1) {
      drawNewest(live.context, STROKE.slice(0, length), NIB, PLAIN);
    }
    drawEnd(live.context, STROKE, NIB, PLAIN);
    const again = paper();
    drawStrokes(again.context, [STROKE], NIB, PLAIN);
    expect(live.pieces).toEqual(again.pieces);
    expect(again.pieces.length).toBeGreaterThan(STROKE.length);
  });

  it('draws a tap as a dot, once', () => {
    const live = paper();
    drawNewest(live.context, STROKE.slice(0, 1), NIB, PLAIN);
    drawEnd(live.context, STROKE.slice(0, 1), NIB, PLAIN);
    expect(live.dots()).toBe(1);
    expect(live.pieces).toEqual([]);
  });
});
