import { createFaultBoard } from './fault-board';

test('a fault set for two times strikes twice', () => {
  const board = createFaultBoard();
  board.set({ standIn: 'wechat', fault: 'timeout', times: 2 });
  const strikes = [1, 2, 3].map(() => board.strikes('wechat', 'timeout', '/sns/jscode2session'));
  expect(strikes).toEqual([true, true, false]);
  expect(board.list()).toEqual([]);
});

test('a fault without a number stays until it is reset', () => {
  const board = createFaultBoard();
  board.set({ standIn: 'wechat-pay', fault: 'garbled' });
  expect([1, 2, 3].every(() => board.strikes('wechat-pay', 'garbled', '/v3'))).toBe(true);
  board.reset('wechat-pay', 'garbled');
  expect(board.strikes('wechat-pay', 'garbled', '/v3')).toBe(false);
});

test('a fault of one path, or of one stand-in, leaves the others alone', () => {
  const board = createFaultBoard();
  board.set({ standIn: 'wechat-pay', fault: 'timeout', onPath: 'refunds' });
  expect(board.strikes('wechat-pay', 'timeout', '/v3/pay/transactions/jsapi')).toBe(false);
  expect(board.strikes('tencent-cloud', 'timeout', '/v3/refund/domestic/refunds')).toBe(false);
  expect(board.strikes('wechat-pay', 'timeout', '/v3/refund/domestic/refunds')).toBe(true);
});

test('resetting a stand-in keeps the faults of the others, resetting all keeps none', () => {
  const board = createFaultBoard();
  board.set({ standIn: 'wechat', fault: 'timeout' });
  board.set({ standIn: 'wechat', fault: 'busy' });
  board.set({ standIn: 'tencent-cloud', fault: 'garbled' });
  board.reset('wechat', 'busy');
  expect(board.list().map(({ fault }) => fault)).toEqual(['timeout', 'garbled']);
  board.reset('wechat');
  expect(board.list()).toEqual([{ standIn: 'tencent-cloud', fault: 'garbled', remaining: null, onPath: null }]);
  board.reset();
  expect(board.list()).toEqual([]);
});

test('a fault the stand-in does not have, or a senseless number, is refused', () => {
  const board = createFaultBoard();
  expect(() => board.set({ standIn: 'tencent-cloud', fault: 'no-notification' })).toThrow(RangeError);
  expect(() => board.set({ standIn: 'wechat', fault: 'timeout', times: 0 })).toThrow(RangeError);
  expect(board.list()).toEqual([]);
});
