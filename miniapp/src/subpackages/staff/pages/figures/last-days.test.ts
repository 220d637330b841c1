import { lastDays, percent } from './last-days';

describe('the days of figures', () => {
  it('end today in Beijing, which is tomorrow in London late in the evening', () => {
    expect(lastDays(7, new Date('2026-11-22T17:00:00Z'))).toEqual({ from: '2026-11-17', to: '2026-11-23' });
    expect(lastDays(1, new Date('2026-11-22T02:00:00Z'))).toEqual({ from: '2026-11-22', to: '2026-11-22' });
  });

  it('have shares in whole per cent', () => {
    expect([percent(1, 3), percent(0, 0), percent(2, 2)]).toEqual([33, 0, 100]);
  });
});
