/**
 * Smallest height of something to press, in CSS pixels: 44 for a thumb; on the staff's dense desk a mouse needs no more
 * than WCAG 2.2 asks for (2.5.8 Target Size, Minimum).
 */
export const MIN_TARGET_PX = { phone: 44, desk: 24 } as const;

/** What is measured in the page. */
export interface PageMeasures {
  readonly viewportWidth: number;
  /** Widest content: of the document and of each visible page in it. */
  readonly contentWidth: number;
  readonly buttons: readonly { readonly label: string; readonly height: number }[];
}

/** What is wrong with the look of a page, one sentence each. Half a pixel is left to rounding. */
export function lookFaults(
  { viewportWidth, contentWidth, buttons }: PageMeasures,
  hand: keyof typeof MIN_TARGET_PX,
): string[] {
  const overflow =
    contentWidth > viewportWidth + 0.5 ? [`content is ${contentWidth} px wide on a screen of ${viewportWidth} px`] : [];
  const least = MIN_TARGET_PX[hand];
  const small = buttons
    .filter(({ height }) => height < least - 0.5)
    .map(({ label, height }) => `the button “${label}” is ${height.toFixed(1)} px high, less than ${least}`);
  return [...overflow, ...small];
}
