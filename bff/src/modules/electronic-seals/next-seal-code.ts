import { sealCode } from '../../electronic-seal';
import { type CounterModel, nextNumber } from '../orders';

/** Shown where no number has been drawn yet. */
export const previewCode = (region: string): string => `${region}0000000`;

/**
 * The 13 digits of the next seal of the region. A number that is drawn and not used leaves a gap: no two seals have one.
 * @throws ElectronicSealError `code_unfit` when the region has no more
 */
export const nextSealCode = async (counters: CounterModel, region: string): Promise<string> =>
  sealCode(region, await nextNumber(counters, `seal|${region}`));
