import type { TokenView } from '@acceptance/shared';
import { likeliestToken, tokenFit } from './token-fit';

const LABEL = 'CGY202611260001';
const tokenWith = (id: string, change: Partial<TokenView>): TokenView => ({
  id,
  serial: id,
  label: '',
  model: 'any',
  manufacturer: 'any',
  state: 'free',
  algorithms: ['rsa-2048'],
  ...change,
});
const blank = tokenWith('blank', {});
const begun = tokenWith('begun', { label: LABEL, state: 'initialised' });
const ready = tokenWith('ready', { label: LABEL, state: 'ready' });
const foreign = tokenWith('foreign', { label: 'CGY202611250009', state: 'ready' });
const locked = tokenWith('locked', { label: LABEL, state: 'locked' });

describe('whether a token can take the key of an order', () => {
  it.each([
    [blank, 'blank'],
    [begun, 'begun'],
    [ready, 'begun'],
    [foreign, 'foreign'],
    [locked, 'locked'],
  ] as const)('%#', (token, fit) => {
    expect(tokenFit(token, LABEL)).toBe(fit);
  });

  it('takes the one of the order before an empty one, and one with something in it last', () => {
    expect(likeliestToken([foreign, blank, ready], LABEL)).toBe(ready);
    expect(likeliestToken([locked, foreign, blank], LABEL)).toBe(blank);
    expect(likeliestToken([locked, foreign], LABEL)).toBe(foreign);
    expect(likeliestToken([], LABEL)).toBeNull();
  });
});
