import { refuseLoss, startTraffic } from './traffic';

it('goes on asking until it is stopped, and counts what was answered and what was lost', async () => {
  let asked = 0;
  const traffic = startTraffic(async () => {
    asked += 1;
    if (asked === 3) {
      throw new Error('answered 502');
    }
  }, 2);
  while (asked < 10) {
    await new Promise((again) => setTimeout(again, 5));
  }
  const report = await traffic.stop();
  const before = asked;
  expect(report).toEqual({ answered: asked - 1, lost: ['answered 502'] });
  expect(() => refuseLoss(report)).toThrow('1 requests were lost');
  await new Promise((again) => setTimeout(again, 60));
  expect(asked).toBe(before);
});

it('is content only when something was asked and nothing was lost', () => {
  expect(refuseLoss({ answered: 7, lost: [] })).toContain('7');
  expect(() => refuseLoss({ answered: 0, lost: [] })).toThrow('0 answered');
});
