import { inkOf } from './kept-ink';

const POINT = { x: 1, y: 2, at: 3 };

describe('ink of an order', () => {
  it('is there again after its page was left in the middle of a stroke, which is over then', () => {
    const { book } = inkOf('order-1');
    book.begin(POINT);
    const again = inkOf('order-1').book;
    expect(again.strokes()).toEqual([[POINT]]);
    expect(again.extend({ ...POINT, x: 9 })).toBeNull();
  });

  it('is no other order’s, and not kept beside another one', () => {
    inkOf('order-1').book.begin(POINT);
    expect(inkOf('order-2').book.strokes()).toEqual([]);
    expect(inkOf('order-1').book.strokes()).toEqual([]);
  });

  it('is nobody’s where nobody keeps it', () => {
    inkOf(null).book.begin(POINT);
    expect(inkOf(null).book.strokes()).toEqual([]);
  });
});
