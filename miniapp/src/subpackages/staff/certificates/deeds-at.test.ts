import { deedsAt } from './deeds-at';

describe('a certificate in the inventory', () => {
  it('can be put on hold and taken off, and revoked from both', () => {
    expect(deedsAt('issued')).toEqual(['suspend', 'revoke']);
    expect(deedsAt('suspended')).toEqual(['release', 'revoke']);
  });

  it('is left alone before it is issued and after its end', () => {
    expect((['requested', 'failed', 'revoked', 'expired'] as const).flatMap(deedsAt)).toEqual([]);
  });
});
