import { singleFlight } from './single-flight';

describe('a guarded action', () => {
  it('drops a second tap while it runs and accepts one afterwards', async () => {
    let finish: (value: string) => void = () => undefined;
    let runs = 0;
    const act = singleFlight(() => {
      runs += 1;
      return new Promise<string>((resolve) => {
        finish = resolve;
      });
    });
    const first = act();
    await expect(act()).resolves.toBeUndefined();
    finish('done');
    await expect(first).resolves.toBe('done');
    const again = act();
    finish('done again');
    await expect(again).resolves.toBe('done again');
    expect(runs).toBe(2);
  });

  it('is free again after a failure', async () => {
    const act = singleFlight(async (fail: boolean) => {
      if (fail) {
        throw new Error('refused');
      }
      return 'fine';
    });
    await expect(act(true)).rejects.toThrow('refused');
    await expect(act(false)).resolves.toBe('fine');
  });
});
