import { leastSeconds } from './plausible-reading';

const article = (length: number) => ({ heading: '', paragraphs: ['字'.repeat(length)] });

describe('the least time of reading', () => {
  it('grows with the text', () => {
    expect(leastSeconds({ articles: [article(100), article(101)] })).toBe(6);
    expect(leastSeconds({ articles: [] })).toBe(0);
  });

  it('never asks for more than twenty seconds', () => {
    expect(leastSeconds({ articles: [article(9_000)] })).toBe(20);
  });
});
