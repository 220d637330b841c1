import type { Modules } from './qr-matrix';

/** Light modules that must surround a symbol (ISO/IEC 18004, 9.1). */
const QUIET_ZONE = 4;

/** The symbol with its quiet zone as an SVG document. */
export function qrSvg(modules: Modules): string {
  const side = modules.length + QUIET_ZONE * 2;
  const squares = modules.flatMap((line, row) =>
    line.flatMap((dark, column) => (dark ? [`M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`] : [])),
  );
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${squares.join('')}"/></svg>`
  );
}
