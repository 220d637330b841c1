/** What a key means while a photo lies over everything. */
export type LightboxCommand =
  | { readonly kind: 'close' | 'turn' | 'mark' }
  | { readonly kind: 'page' | 'zoom'; readonly step: 1 | -1 }
  | { readonly kind: 'reason'; readonly number: number };

const COMMANDS: Readonly<Record<string, LightboxCommand>> = {
  Escape: { kind: 'close' },
  ArrowRight: { kind: 'page', step: 1 },
  KeyJ: { kind: 'page', step: 1 },
  ArrowLeft: { kind: 'page', step: -1 },
  KeyK: { kind: 'page', step: -1 },
  Equal: { kind: 'zoom', step: 1 },
  NumpadAdd: { kind: 'zoom', step: 1 },
  Minus: { kind: 'zoom', step: -1 },
  NumpadSubtract: { kind: 'zoom', step: -1 },
  KeyT: { kind: 'turn' },
  KeyM: { kind: 'mark' },
};

/** Arrows (or J/K) another page, + and − zoom, T turn, M mark, 1–9 the reason, Esc back. Null: no key of ours. */
export function lightboxCommand({ code, modified }: { readonly code: string; readonly modified: boolean }) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  if (modified) {
    return null;
  }
  return digit ? ({ kind: 'reason', number: Number(digit) } as const) : (COMMANDS[code] ?? null);
}
