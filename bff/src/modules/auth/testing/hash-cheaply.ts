import { PASSWORD_COST } from '../password-cost';

/** For tests of other things than passwords, which sign people in by the thousand: a hash is a tenth of a second each time. */
export function hashCheaply(): void {
  PASSWORD_COST.N = 16;
}
