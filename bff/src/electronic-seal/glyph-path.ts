import type { ContractFace } from '../contract-pdf/contract-face';
import { svgNumbers } from './svg-numbers';

/** Where a glyph stands: millimetres, y downwards, the origin in the middle of the seal. */
export interface GlyphPlace {
  /** Left end of the baseline, before `inset` is taken off. */
  readonly x: number;
  readonly y: number;
  /** Radians, clockwise. */
  readonly turn: number;
  /** Em size. */
  readonly size: number;
  /** Width against natural width. */
  readonly condense: number;
  /** Empty space at the glyph's left, in em, that is not wanted. */
  readonly inset: number;
}

/** SVG path data of one glyph's outline, placed; filled by the non-zero rule. */
export function glyphPath(character: string, face: ContractFace, place: GlyphPlace): string {
  const scale = place.size / face.unitsPerEm;
  const [cos, sin] = [Math.cos(place.turn), Math.sin(place.turn)];
  const placed = (x: number, y: number): [number, number] => {
    const along = (x - place.inset * face.unitsPerEm) * scale * place.condense;
    const down = -y * scale;
    return [place.x + along * cos - down * sin, place.y + along * sin + down * cos];
  };
  return face
    .outlineOf(character)
    .commands.map(({ command, args }) => {
      const points: number[] = [];
      for (let index = 0; index + 1 < args.length; index += 2) {
        points.push(...placed(args[index] ?? 0, args[index + 1] ?? 0));
      }
      return `${letters[command]}${svgNumbers(...points)}`;
    })
    .join('');
}

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;
