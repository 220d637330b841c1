import { type CounterModel, nextOrderNumber } from './order-number';

/** Counters in memory, each from `start`. */
function countersFrom(start: number) {
  const values = new Map<string, number>();
  const model = {
    findOneAndUpdate: ({ _id }: { _id: string }) => ({
      lean: async () => {
        const value = (values.get(_id) ?? start) + 1;
        values.set(_id, value);
        return { _id, value };
      },
    }),
  };
  return model as unknown as CounterModel;
}

const NOON = new Date('2026-11-22T04:00:00Z');

describe('an order number', () => {
  it('is the prefix, the Beijing date and the number of the day', async () => {
    const counters = countersFrom(0);
    expect(await nextOrderNumber(counters, 'CGY', NOON)).toBe('CGY-261122-0001');
    expect(await nextOrderNumber(counters, 'CGY', NOON)).toBe('CGY-261122-0002');
  });

  it('counts each prefix and each day apart', async () => {
    const counters = countersFrom(0);
    await nextOrderNumber(counters, 'CGY', NOON);
    expect(await nextOrderNumber(counters, 'SCG', NOON)).toBe('SCG-261122-0001');
    expect(await nextOrderNumber(counters, 'CGY', new Date('2026-11-22T15:59:59Z'))).toBe('CGY-261122-0002');
    expect(await nextOrderNumber(counters, 'CGY', new Date('2026-11-22T16:00:00Z'))).toBe('CGY-261123-0001');
  });

  it('grows longer rather than begin again', async () => {
    expect(await nextOrderNumber(countersFrom(9999), 'CGY', NOON)).toBe('CGY-261122-10000');
  });

  it('with the number of an attempt appended is a valid out_trade_no', async () => {
    const number = await nextOrderNumber(countersFrom(99_999), 'ABCDEF', NOON);
    // WeChat Pay API v3: 6–32 of 0-9 a-z A-Z _ - *
    expect(`${number}-12`).toMatch(/^[0-9A-Za-z_*-]{6,32}$/);
  });
});
