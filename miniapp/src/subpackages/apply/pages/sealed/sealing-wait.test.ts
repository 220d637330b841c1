import { sealingWait } from './sealing-wait';

describe('waiting for the sealed contract', () => {
  it('counts whole seconds', () => {
    expect(sealingWait(1_000, 4_999)).toEqual({ seconds: 3, slow: false });
  });

  it('is slow after more than twenty seconds', () => {
    expect(sealingWait(0, 20_999).slow).toBe(false);
    expect(sealingWait(0, 21_000).slow).toBe(true);
  });

  it('does not run backwards', () => {
    expect(sealingWait(10_000, 0)).toEqual({ seconds: 0, slow: false });
  });
});
