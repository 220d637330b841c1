import { encode } from 'uqr';

/** Light modules that must surround a symbol (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;
/** More modules than version 15 has (412 bytes at level M) are too small for a camera that looks at a phone's screen. */
const MAX_VERSION = 15;

/** The symbol of `text` with its quiet zone as an SVG document. @throws RangeError for a text that is too long */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE, maxVersion: MAX_VERSION });
  const squares = data.flatMap((line, row) =>
    line.flatMap((dark, column) => (dark ? [`M${column} ${row}h1v1h-1z`] : [])),
  );
  // The library's own SVG lacks crispEdges: with it no hairlines show between modules whatever the width on the screen.
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares.join('')}"/></svg>`
  );
}
