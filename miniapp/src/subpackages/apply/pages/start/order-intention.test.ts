import type { KeyValueStorage } from '../../../../platform/key-value-storage';
import { intentionFulfilled, type OrderIntention, tokenFor } from './order-intention';

const memory = (): KeyValueStorage => {
  const values = new Map<string, unknown>();
  return {
    read: (key) => values.get(key) ?? '',
    write: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
};
const counter = () => {
  let count = 0;
  return () => {
    count += 1;
    return `token-${count}`;
  };
};
const intention: OrderIntention = { projectId: 'procurement-cloud', applicantType: 'unit', besideOrderId: null };

describe('the token of an intention', () => {
  it('stays the same until the intention has come to an order', () => {
    const [storage, next] = [memory(), counter()];
    expect(tokenFor(intention, storage, next)).toBe('token-1');
    expect(tokenFor({ ...intention }, storage, next)).toBe('token-1');
    intentionFulfilled(storage);
    expect(tokenFor(intention, storage, next)).toBe('token-2');
  });

  it.each([
    ['another project', { projectId: 'city-procurement' }],
    ['another type', { applicantType: 'person' as const }],
    ['a second order on purpose', { besideOrderId: '65a000000000000000000001' }],
  ])('is new for %s', (_, change) => {
    const [storage, next] = [memory(), counter()];
    tokenFor(intention, storage, next);
    expect(tokenFor({ ...intention, ...change }, storage, next)).toBe('token-2');
  });

  it('takes no notice of something else in its place', () => {
    const [storage, next] = [memory(), counter()];
    storage.write('order-intention', { projectId: 'procurement-cloud' });
    expect(tokenFor(intention, storage, next)).toBe('token-1');
  });
});
