/** There is no keyboard that the focus would follow. */
export const holdFocus =
  (_className: string): (() => void) =>
  () =>
    undefined;
