import { judgeEntry, type MeantOrder } from './judge-entry';

const order = (orderId: string, priceFen: number, isDue = true): MeantOrder => ({
  orderId,
  orderNumber: `CGY-261129-${orderId}`,
  isDue,
  priceFen,
});
const fresh = (remainingFen: number) => ({ remainingFen, wasBooked: false });

describe('what money pays by itself', () => {
  it('is the one order that waits for exactly so much', () => {
    expect(judgeEntry(fresh(26_000), [order('1', 26_000)])).toEqual({ orders: [order('1', 26_000)] });
  });

  it('is several orders whose sum it is, also beside one that is paid already', () => {
    const meant = [order('1', 26_000), order('2', 19_500), order('3', 26_000, false)];
    expect(judgeEntry(fresh(45_500), meant)).toEqual({ orders: meant.slice(0, 2) });
  });

  it.each([
    ['nothing that it names', 26_000, [], 'unknown', null],
    ['too little', 25_999, [order('1', 26_000)], 'partial', 26_000],
    ['too much', 26_001, [order('1', 26_000)], 'over', 26_000],
    ['an order that is paid or over', 26_000, [order('1', 26_000, false)], 'not-due', null],
    ['several orders and another sum', 26_000, [order('1', 26_000), order('2', 19_500)], 'ambiguous', 45_500],
  ] as const)('is nothing where there is %s', (_what, fen, meant, problem, expectedFen) => {
    expect(judgeEntry(fresh(fen), meant)).toEqual({ problem, expectedFen });
  });

  it('is nothing more where some of it was booked and no order waits for the rest', () => {
    const meant = [order('1', 26_000, false)];
    expect(judgeEntry({ remainingFen: 100, wasBooked: true }, meant)).toEqual({ problem: 'rest', expectedFen: null });
  });
});
