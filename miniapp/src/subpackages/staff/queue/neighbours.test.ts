import { neighbourOf, nextToReview } from './neighbours';

const items = ['a', 'b', 'c'].map((id) => ({ id }));

describe('moving through the queue', () => {
  it('goes down and up and stops at the ends', () => {
    expect(neighbourOf(items, 'a', 1)?.id).toBe('b');
    expect(neighbourOf(items, 'c', 1)?.id).toBe('c');
    expect(neighbourOf(items, 'b', -1)?.id).toBe('a');
    expect(neighbourOf(items, 'a', -1)?.id).toBe('a');
  });

  it('opens the first one when none is open, and nothing in an empty list', () => {
    expect(neighbourOf(items, null, 1)?.id).toBe('a');
    expect(neighbourOf([], null, 1)).toBeNull();
  });

  it('opens the next one that waits after a decision, then starts again above', () => {
    expect(nextToReview(items, 'a', [])?.id).toBe('b');
    expect(nextToReview(items, 'a', ['b'])?.id).toBe('c');
    expect(nextToReview(items, 'c', ['b'])?.id).toBe('a');
    expect(nextToReview(items, 'a', ['b', 'c'])).toBeNull();
  });

  it('still finds one when the decided order has left the list already', () => {
    expect(nextToReview(items, 'gone', [])?.id).toBe('a');
  });
});
