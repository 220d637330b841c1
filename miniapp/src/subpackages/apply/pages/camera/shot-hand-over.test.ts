import { awaitShot, handOver, type WantedShot, wantedShot } from './shot-hand-over';

const WANTED: WantedShot = { purpose: 'id-card-front', advice: undefined };

describe('handing a photo over from the camera', () => {
  it('gives it to the page that waits, once', async () => {
    const shot = awaitShot(WANTED);
    expect(wantedShot()).toBe(WANTED);
    handOver({ kind: 'album' });
    handOver({ kind: 'closed' });
    await expect(shot).resolves.toEqual({ kind: 'album' });
    expect(wantedShot()).toBeNull();
  });

  it('lets who waited before go without', async () => {
    const first = awaitShot(WANTED);
    const second = awaitShot(WANTED);
    handOver({ kind: 'failed' });
    await expect(first).resolves.toEqual({ kind: 'closed' });
    await expect(second).resolves.toEqual({ kind: 'failed' });
  });
});
