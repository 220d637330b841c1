import { createOwnFaultBoard, type OwnFault } from './own-faults';

test('a fault strikes as often as it was set to, on its path only, until it is reset', () => {
  const changed = jest.fn();
  const board = createOwnFaultBoard(changed);
  board.set({ fault: 'accepted', times: 1, onPath: 'refunds' });
  expect(board.strikes('accepted', '/v3/pay/transactions/jsapi')).toBe(false);
  expect(board.strikes('accepted', '/v3/refund/domestic/refunds')).toBe(true);
  expect(board.strikes('accepted', '/v3/refund/domestic/refunds')).toBe(false);
  board.set({ fault: 'not-enough' });
  board.set({ fault: 'other-spelling' });
  expect(board.strikes('not-enough', '/') && board.strikes('not-enough', '/')).toBe(true);
  board.reset('not-enough');
  expect(board.list()).toEqual([{ fault: 'other-spelling', remaining: null, onPath: null }]);
  board.reset();
  expect(board.list()).toEqual([]);
  expect(changed).toHaveBeenCalledTimes(6);
});

test('a fault it does not have, or a senseless number, is refused', () => {
  const board = createOwnFaultBoard(() => undefined);
  expect(() => board.set({ fault: 'timeout' as OwnFault })).toThrow(RangeError);
  expect(() => board.set({ fault: 'accepted', times: 0 })).toThrow(RangeError);
  expect(board.list()).toEqual([]);
});
