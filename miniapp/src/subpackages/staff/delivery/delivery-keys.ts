import type { KeyPress } from '../review/review-keys';

export type DeliveryCommand = 'next' | 'previous' | 'print' | 'leave-field' | 'close';

/** These work while a number is typed too: the field of the number keeps the cursor, and one line has no use for them. */
const ALWAYS: Readonly<Record<string, DeliveryCommand>> = { ArrowDown: 'next', ArrowUp: 'previous' };
const READING: Readonly<Record<string, DeliveryCommand>> = { KeyJ: 'next', KeyK: 'previous', KeyP: 'print' };

/** What a key means at the desk of deliveries: ↑↓ and J/K move, P prints the label, Esc goes back. Null leaves it to the browser. */
export function deliveryCommand({ code, modified, typing }: KeyPress): DeliveryCommand | null {
  if (modified) {
    return null;
  }
  if (code === 'Escape') {
    return typing ? 'leave-field' : 'close';
  }
  return ALWAYS[code] ?? (typing ? null : (READING[code] ?? null));
}
