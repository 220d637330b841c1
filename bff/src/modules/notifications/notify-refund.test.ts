import { REFUND_PROGRESS } from './notify-refund';

describe('what the SMS says of a refund', () => {
  it.each(Object.entries(REFUND_PROGRESS))('%s is not cut by the operator', (_event, words) => {
    expect(Array.from(words).length).toBeLessThanOrEqual(12);
  });
});
