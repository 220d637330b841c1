import { awaitShot, handOver, isAwaited } from './shot-hand-over';

describe('handing a photo over from the camera', () => {
  it('gives it to the page that waits, once', async () => {
    const shot = awaitShot();
    expect(isAwaited()).toBe(true);
    handOver({ kind: 'album' });
    handOver({ kind: 'closed' });
    await expect(shot).resolves.toEqual({ kind: 'album' });
    expect(isAwaited()).toBe(false);
  });

  it('lets who waited before go without', async () => {
    const first = awaitShot();
    const second = awaitShot();
    handOver({ kind: 'failed' });
    await expect(first).resolves.toEqual({ kind: 'closed' });
    await expect(second).resolves.toEqual({ kind: 'failed' });
  });
});
