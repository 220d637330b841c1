import { daysOf, readSpan } from './span';

describe('the span of figures', () => {
  it('is of whole days in Beijing', () => {
    const span = readSpan({ from: '2026-11-22', to: '2026-11-23' });
    expect(span.begins.toISOString()).toBe('2026-11-21T16:00:00.000Z');
    expect(span.ends.toISOString()).toBe('2026-11-23T16:00:00.000Z');
    expect(daysOf(span)).toEqual(['2026-11-22', '2026-11-23']);
  });

  it('is at most a quarter', () => {
    expect(daysOf(readSpan({ from: '2026-09-01', to: '2026-12-01' }))).toHaveLength(92);
    expect(() => readSpan({ from: '2026-09-01', to: '2026-12-02' })).toThrow('desk.span_invalid');
  });

  it.each([
    ['2026-11-23', '2026-11-22'],
    ['2026-02-30', '2026-03-02'],
    ['2026-13-01', '2026-13-01'],
  ])('is refused from %s to %s', (from, to) => {
    expect(() => readSpan({ from, to })).toThrow('desk.span_invalid');
  });
});
