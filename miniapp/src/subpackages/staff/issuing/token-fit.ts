import type { TokenView } from '@acceptance/shared';
import type { StatusTone } from '../../../components/status-tag';

/** Whether a token can take the key of an order. `begun`: it carries the order's label already; `foreign`: it carries something else. */
export type TokenFit = 'blank' | 'begun' | 'foreign' | 'locked';

export function tokenFit({ state, label }: Pick<TokenView, 'state' | 'label'>, wanted: string): TokenFit {
  if (state === 'locked') {
    return 'locked';
  }
  if (state === 'free') {
    return 'blank';
  }
  return label === wanted ? 'begun' : 'foreign';
}

export const FIT_TONES: Readonly<Record<TokenFit, StatusTone>> = {
  blank: 'good',
  begun: 'active',
  foreign: 'attention',
  locked: 'bad',
};

const BEST_FIRST: readonly TokenFit[] = ['begun', 'blank', 'foreign', 'locked'];

/** The one that is taken unless the person chooses: the order's own, else an empty one. Null when none is plugged in. */
export function likeliestToken(tokens: readonly TokenView[], wanted: string): TokenView | null {
  const rank = (token: TokenView) => BEST_FIRST.indexOf(tokenFit(token, wanted));
  return [...tokens].sort((left, right) => rank(left) - rank(right))[0] ?? null;
}
