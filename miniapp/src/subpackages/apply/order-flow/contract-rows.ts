import type { ContractRowGroup, ContractToRead } from '@acceptance/shared';
import { apiWord } from '../../../text/api-texts';
import { bracketed } from '../../../text/punctuation';
import type { FactRow } from './fact-table';

/** A word that the contract prints, as it prints it; English readers get theirs beside it. */
export function printedWord(word: string): string {
  const read = apiWord(word);
  return read === word ? word : bracketed(word, read);
}

/** The rows of one of the contract's tables, word for word. */
export const printedRows = ({ rows }: ContractRowGroup): readonly FactRow[] =>
  rows.map(({ label, value }) => [printedWord(label), value]);

/** What stands for the person's name in the applicant's rows, as in the contract. */
export const namedIn = ({ details, namePicture }: Pick<ContractToRead, 'details' | 'namePicture'>) =>
  namePicture && { name: details.person.name, picture: namePicture };
