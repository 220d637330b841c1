import { createHash } from 'node:crypto';
import type { NamePicture } from '@acceptance/shared';
import type { ContractMaker } from '../../ports/contract-maker';
import type { Person } from './person';

/** The ink that is printed in place of somebody's name, as the contract maker made it; undefined where the name itself is. */
export const nameInkOf = ({ nameInk }: Pick<Person, 'nameInk'>): Buffer | undefined =>
  nameInk === undefined ? undefined : Buffer.from(nameInk, 'base64');

/** What contracts name it by: lower-case hex. */
export const sha256OfNameInk = (nameInk: Buffer): string => createHash('sha256').update(nameInk).digest('hex');

/** As it will be printed, to be looked at; null where the name itself is printed. */
export function showNamePicture(
  contractMaker: Pick<ContractMaker, 'showName'>,
  person: Pick<Person, 'nameInk'>,
): NamePicture | null {
  const ink = nameInkOf(person);
  if (!ink) {
    return null;
  }
  const { png, ...sides } = contractMaker.showName(ink);
  return { sha256: sha256OfNameInk(ink), image: `data:image/png;base64,${png.toString('base64')}`, ...sides };
}
