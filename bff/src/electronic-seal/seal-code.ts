import { ElectronicSealError } from './electronic-seal-error';

/** Numbers of seals that one region has room for. */
export const mostSealsOfRegion = 9_999_999;

/**
 * The 13 digits at a seal's foot: six of the administrative region (GB/T 2260) and a running number of seven, the form
 * of the codes that public security organs give out for carved seals. Who may give out numbers of a region is theirs to say:
 * an authority fills in the region and the range that it was given, or prints what its own rules provide.
 * @throws ElectronicSealError `code_unfit`
 */
export function sealCode(region: string, number: number): string {
  if (!/^[1-9]\d{5}$/.test(region)) {
    throw new ElectronicSealError('code_unfit', 'A region has six digits (GB/T 2260)');
  }
  if (!Number.isInteger(number) || number < 1 || number > mostSealsOfRegion) {
    throw new ElectronicSealError('code_unfit', `A region has seals 1 to ${mostSealsOfRegion}`);
  }
  return `${region}${String(number).padStart(7, '0')}`;
}
