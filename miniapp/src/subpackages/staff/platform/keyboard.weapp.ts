import type { KeyPress } from '../review/review-keys';

/** There is no keyboard to listen to in the mini-program. */
export const listenToKeys =
  (_onKey: (press: KeyPress) => boolean): (() => void) =>
  () =>
    undefined;

export const leaveTextField = (): void => undefined;

/** On a phone the keyboard opens when the person taps the field. */
export const enterTextField = (_label: string): void => undefined;
