import { placeInPicture, shifted, spotBetween, turned, UPRIGHT, zoomed } from './picture-geometry';

/** A card lying in a square room: it fills the width and 63 % of the height. */
const card = { widthOverHeight: 1 / 0.63, roomHeightOverWidth: 1 };
const at = (x: number, y: number) => ({ x, y });
const rounded = ({ x, y }: { x: number; y: number }) => ({ x: Number(x.toFixed(4)), y: Number(y.toFixed(4)) });

describe('a place in a picture', () => {
  it('is where the picture was taken, however it is turned', () => {
    // The upper left corner of the card as it lies: on the left edge, 18.5 % down.
    const corner = at(0, 0.185);
    expect(rounded(placeInPicture(corner, card, UPRIGHT))).toEqual(at(0, 0));
    // Turned by 90° it stands upright: its upper left corner is at the upper right, its lower left at the upper left.
    const once = turned(UPRIGHT);
    expect(rounded(placeInPicture(at(0.815, 0), card, once))).toEqual(at(0, 0));
    expect(rounded(placeInPicture(at(0.185, 0), card, once))).toEqual(at(0, 1));
    expect(rounded(placeInPicture(at(1, 0.815), card, turned(once)))).toEqual(at(0, 0));
    expect(rounded(placeInPicture(at(0.185, 1), card, turned(turned(once))))).toEqual(at(0, 0));
  });

  it('follows zoom and shift, and stays on the picture', () => {
    const twice = zoomed(zoomed(UPRIGHT, 1), 1);
    expect(rounded(placeInPicture(at(0.5, 0.5), card, twice))).toEqual(at(0.5, 0.5));
    expect(rounded(placeInPicture(at(0, 0.5), card, twice))).toEqual(at(0.25, 0.5));
    const right = shifted(twice, at(0.2, 0.5), at(0.7, 0.5));
    expect(rounded(placeInPicture(at(0.5, 0.5), card, right))).toEqual(at(0.25, 0.5));
    expect(rounded(placeInPicture(at(0.5, 0), card, UPRIGHT))).toEqual(at(0.5, 0));
  });

  it('is found in a room that is no square', () => {
    const flat = { widthOverHeight: 1, roomHeightOverWidth: 0.5 };
    expect(rounded(placeInPicture(at(0.25, 0), flat, UPRIGHT))).toEqual(at(0, 0));
    expect(rounded(placeInPicture(at(0.75, 1), flat, UPRIGHT))).toEqual(at(1, 1));
  });
});

describe('a spot', () => {
  it('is what was drawn, from whichever corner', () => {
    const drawn = { x: 0.2, y: 0.3, width: 0.4, height: 0.4 };
    const [from, to] = [at(0.2, 0.185 + 0.3 * 0.63), at(0.6, 0.185 + 0.7 * 0.63)];
    for (const spot of [spotBetween(from, to, card, UPRIGHT), spotBetween(to, from, card, UPRIGHT)]) {
      expect(Object.values(spot).map((each) => Number(each.toFixed(4)))).toEqual(Object.values(drawn));
    }
  });

  it('lies around what was tapped, and within the picture at its edge', () => {
    const middle = spotBetween(at(0.5, 0.5), at(0.5, 0.5), card, UPRIGHT);
    expect(middle.x + middle.width / 2).toBeCloseTo(0.5);
    expect(middle.width).toBeCloseTo(0.14);
    const edge = spotBetween(at(0, 0.185), at(0, 0.185), card, UPRIGHT);
    expect(edge).toMatchObject({ x: 0, y: 0 });
    expect(edge.width).toBeGreaterThan(0);
    expect(edge.x + edge.width).toBeLessThanOrEqual(1);
  });
});

describe('an enlarged picture', () => {
  it('is moved to its edges and no further, and lies in the middle again when it is whole', () => {
    const large = zoomed(UPRIGHT, 1);
    expect(shifted(large, at(0, 0), at(1, 1)).shift).toEqual(at(0.25, 0.25));
    expect(zoomed(shifted(large, at(0, 0), at(1, 1)), -1).shift).toEqual(at(0, 0));
  });
});
