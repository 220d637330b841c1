import { createStrokeBook } from './stroke-book';

const at = (x: number) => ({ x, y: 0, at: x });

describe('the strokes of a signature', () => {
  it('grow only while the pen is down', () => {
    const book = createStrokeBook();
    expect(book.extend(at(1))).toBeNull();
    book.begin(at(1));
    book.extend(at(2));
    book.end();
    expect(book.extend(at(3))).toBeNull();
    expect(book.strokes()).toEqual([[at(1), at(2)]]);
  });

  it('do not repeat a point that has not moved', () => {
    const book = createStrokeBook();
    book.begin(at(1));
    expect(book.extend({ ...at(1), at: 99 })).toBeNull();
    expect(book.end()).toEqual([at(1)]);
  });

  it('are taken back one by one', () => {
    const book = createStrokeBook();
    for (const x of [1, 2]) {
      book.begin(at(x));
      book.end();
    }
    book.undo();
    expect(book.strokes()).toEqual([[at(1)]]);
    book.undo();
    book.undo();
    expect(book.strokes()).toEqual([]);
  });

  it('go on growing after they were moved under the pen', () => {
    const book = createStrokeBook();
    book.begin(at(1));
    book.replace([[at(10)]]);
    book.extend(at(11));
    expect(book.strokes()).toEqual([[at(10), at(11)]]);
    book.clear();
    expect(book.strokes()).toEqual([]);
    expect(book.end()).toBeNull();
  });
});
