/** Where the text is on the screen, in CSS pixels from the top of the window. */
export interface TextPlace {
  readonly top: number;
  readonly bottom: number;
  /** Where the visible part ends: the top of the bar at the thumb. */
  readonly visibleBottom: number;
}

/** Rounding of layouts and half a line of slack. */
const TOLERANCE = 12;

/** How much of the text has come into view, 0–100; whole and rounded down, 100 only at its end. */
export function readPercent({ top, bottom, visibleBottom }: TextPlace): number {
  if (bottom <= visibleBottom + TOLERANCE) {
    return 100;
  }
  const share = (visibleBottom - top) / (bottom - top);
  return Math.min(99, Math.max(0, Math.floor(share * 100)));
}

/** Less of a section than a line of text is nothing to read, unless that is all there is of it. */
const LINE = 20;

/** Ids of the sections of which a line at least is between the upper edge of the window and `visibleBottom`. */
export const visibleSections = (
  sections: readonly { readonly id: string; readonly top: number; readonly bottom: number }[],
  visibleBottom: number,
): readonly string[] =>
  sections
    .filter(({ top, bottom }) => {
      const seen = Math.min(bottom, visibleBottom) - Math.max(top, 0);
      return seen > 0 && seen >= Math.min(LINE, bottom - top);
    })
    .map(({ id }) => id);
