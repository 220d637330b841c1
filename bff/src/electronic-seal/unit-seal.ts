import type { ContractFace } from '../contract-pdf/contract-face';
import { contractFonts } from '../contract-pdf/contract-fonts';
import { arcPaths, linePaths, type TextPaths } from './cell-paths';
import { ElectronicSealError } from './electronic-seal-error';
import { nameArcs } from './name-arcs';
import { sealCells, widthOfCells } from './seal-cells';
import { longestSealName } from './seal-limits';
import { type SealPicture, sealPicture } from './seal-picture';
import { svgNumbers } from './svg-numbers';

/** Millimetres. What seal makers cut for companies: the rules (国发〔1999〕25号) allow up to 45 mm across. */
export const unitSealDiameter = 40;
const ringWidth = 1.2;
/** From the middle to a point: 14 mm from point to opposite edge is customary. */
const starRadius = 7;

const largestPurposeSize = 3.3;
const purposeBaseline = 11.3;
const purposeRoom = 17.6;

const codeSize = 1.75;
/** Of the feet of the digits; the ring begins at 18.8. */
const codeRadius = 18.05;
const codeSweep = 62 * (Math.PI / 180);

const longestPurpose = 14;

export interface UnitSealText {
  /** The unit's verified name, whole. */
  readonly name: string;
  /** Under the star, such as 电子签章专用章. */
  readonly purpose: string;
  /** 13 digits at the foot, see `sealCode`. */
  readonly code: string;
}

/**
 * The round seal of a unit: name on the arc from left to right, five-pointed star, purpose, code; vectors only, so that
 * no font is needed to show it, and one colour. The same text gives the same picture. The first call loads fonts and
 * rasteriser (0.7 s).
 * @throws ElectronicSealError `name_empty`, `name_too_long`, `purpose_unfit`, `code_unfit`, `missing_glyph`
 */
export async function makeUnitSeal(text: UnitSealText): Promise<SealPicture> {
  const face = contractFonts().bold;
  checkText(text, face);
  return sealPicture(unitSealContent(text, face), unitSealDiameter, unitSealDiameter);
}

/** Characters of a name that no font draws: asked when the name is entered, microseconds. */
export function missingSealGlyphs(text: string): string[] {
  return contractFonts().bold.missingGlyphs(text);
}

function checkText({ name, purpose, code }: UnitSealText, face: ContractFace): void {
  const length = Array.from(name).length;
  if (name.trim() !== name || length === 0) throw new ElectronicSealError('name_empty', 'A seal needs a name');
  if (length > longestSealName) {
    throw new ElectronicSealError('name_too_long', `A name of ${length} characters cannot be read on a seal`);
  }
  if (purpose.trim() !== purpose || purpose === '' || Array.from(purpose).length > longestPurpose) {
    throw new ElectronicSealError('purpose_unfit', `A purpose has 1 to ${longestPurpose} characters`);
  }
  if (!/^\d{13}$/.test(code)) throw new ElectronicSealError('code_unfit', 'The code of a seal has 13 digits');
  const missing = face.missingGlyphs(name + purpose);
  if (missing.length > 0) throw new ElectronicSealError('missing_glyph', 'No font has some characters', missing);
}

function unitSealContent({ name, purpose, code }: UnitSealText, face: ContractFace): string {
  const purposeCells = sealCells(purpose, face);
  const purposeWidth = widthOfCells(purposeCells);
  const purposeSize = Math.min(largestPurposeSize, purposeRoom / purposeWidth / 0.7);
  const texts = [
    ...nameArcs(sealCells(name, face)).map((arc) => arcPaths(arc, face)),
    linePaths(
      {
        cells: purposeCells,
        size: purposeSize,
        condense: Math.min(0.86, purposeRoom / (purposeWidth * purposeSize)),
        y: purposeBaseline,
      },
      face,
    ),
    arcPaths(
      {
        cells: sealCells(code, face),
        size: codeSize,
        condense: 1,
        baseline: codeRadius,
        sweep: codeSweep,
        foot: true,
      },
      face,
    ),
  ];
  const ringRadius = unitSealDiameter / 2 - ringWidth / 2;
  return [
    `<circle r="${svgNumbers(ringRadius)}" fill="none" stroke="currentColor" stroke-width="${ringWidth}"/>`,
    `<path d="${star()}"/>`,
    ...texts.map(textElements),
  ].join('');
}

function textElements({ plain, rare, rareOutline }: TextPaths): string {
  const outlined = `<path d="${rare}" stroke="currentColor" stroke-width="${svgNumbers(rareOutline)}"/>`;
  return `<path d="${plain}"/>${rare === '' ? '' : outlined}`;
}

/** The inner radius that makes the edges of a five-pointed star straight is the outer one ÷ 2.618 (golden ratio squared). */
function star(): string {
  const points = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? starRadius : starRadius / 2.618;
    const angle = (index * Math.PI) / 5;
    return svgNumbers(radius * Math.sin(angle), -radius * Math.cos(angle));
  });
  return `M${points.join('L')}Z`;
}
