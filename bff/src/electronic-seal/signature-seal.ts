import type { InkMask } from '../contract-pdf/contract-types';
import { type SealPicture, sealPicture } from './seal-picture';
import { svgNumbers } from './svg-numbers';
import { traceInk } from './trace-ink';

/** Millimetres: what a name takes on the line of a form. */
const widest = 40;
const highest = 20;
const margin = 0.5;

/**
 * A person's seal: the handwritten signature, traced, as black outlines and as a transparent PNG. As large as fits
 * 40 × 20 mm; both sides are whole millimetres, which is what the seal structure can say.
 * @param mask what `prepareInk` of contract-pdf made
 * @throws ContractPdfError `ink_empty`, `ink_unreadable`
 */
export async function makeSignatureSeal(mask: InkMask): Promise<SealPicture> {
  const outlines = traceInk(mask);
  const scale = Math.min((widest - 2 * margin) / mask.width, (highest - 2 * margin) / mask.height);
  const data = outlines
    .map((outline) => {
      const points = outline.map(({ x, y }) => svgNumbers((x - mask.width / 2) * scale, (y - mask.height / 2) * scale));
      return `M${points.join('L')}Z`;
    })
    .join('');
  const [width, height] = [mask.width, mask.height].map((pixels) => Math.ceil(pixels * scale + 2 * margin - 1e-9));
  return sealPicture(`<path fill-rule="evenodd" d="${data}"/>`, width ?? widest, height ?? highest, 'black');
}
