import type { AccessOutcome } from '../platform/photo-access';
import { ACCESS_TEXT, PRIVACY_TEXT } from '../text/privacy';
import { say } from './ask';

/** Says what a second try at a permission came to; the notice itself stays until the next photo. */
export function sayAccessOutcome(outcome: AccessOutcome): void {
  if (outcome === 'given') {
    say(ACCESS_TEXT.given);
  }
  if (outcome === 'too-soon') {
    say(PRIVACY_TEXT.tooSoon);
  }
}
