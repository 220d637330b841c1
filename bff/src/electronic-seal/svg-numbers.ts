/** Numbers of path data, to a thousandth: micrometres in a seal. */
export function svgNumbers(...values: number[]): string {
  // Adding 0 makes a plain zero of a negative one.
  return values.map((value) => String(Math.round(value * 1000) / 1000 + 0)).join(' ');
}
