import { join } from 'node:path';
import * as v from 'valibot';
import { openStateFile } from './state-file';

/** More letters than are printed in one go. */
export const MAX_PREPARATIONS = 50;

const preparationSchema = v.object({
  label: v.string(),
  /** Of the token when it was begun; empty for one that gets its number by being initialised. */
  serial: v.string(),
  /** What the page called the token when it began. */
  tokenId: v.string(),
  /** An administrator's PIN of somebody else's is in it until `administered`. */
  wasInitialised: v.boolean(),
  adminPin: v.string(),
  pin: v.string(),
  /**
   * `begun`: nothing is known to have been done. `initialised`: erased, and still with the former administrator's PIN. `administered`: the
   * administrator's PIN is ours.
   */
  stage: v.picklist(['begun', 'initialised', 'administered']),
});
export type Preparation = v.InferOutput<typeof preparationSchema>;

/**
 * Tokens whose PINs are on no letter yet. Written before a token is touched: an administrator's PIN that only a killed program knew
 * makes a token worthless.
 */
export interface PreparationJournal {
  find(label: string): Preparation | null;
  count(): number;
  /** Adds it, or replaces the one with its label. */
  put(preparation: Preparation): void;
  remove(label: string): void;
}

export function openPreparationJournal(folder: string): PreparationJournal {
  const file = openStateFile(join(folder, 'preparations.json'), v.array(preparationSchema), []);
  const without = (label: string): Preparation[] => file.load().filter((one) => one.label !== label);
  return {
    find: (label) => file.load().find((one) => one.label === label) ?? null,
    count: () => file.load().length,
    put: (preparation) => file.save([...without(preparation.label), preparation]),
    remove: (label) => file.save(without(label)),
  };
}
