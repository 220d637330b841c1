import { fenTyped } from './fen-typed';

describe('an amount as people type it', () => {
  it.each([
    ['260', 26_000],
    ['260.5', 26_050],
    ['¥1,234.56', 123_456],
    [' 0.29 ', 29],
  ])('%s is %d fen', (typed, fen) => {
    expect(fenTyped(typed)).toBe(fen);
  });

  it.each(['', '0', '0.00', '1.234', '-5', '二百', '1e3'])('%s is none', (typed) => {
    expect(fenTyped(typed)).toBeNull();
  });
});
