import {
  type AuthorityLetter,
  letterClauses,
  letterNote,
  letterOpening,
  letterRows,
  letterTitle,
} from './authority-letter-text';
import { contractFonts } from './contract-fonts';
import type { InkMask } from './contract-types';
import { checkMask } from './ink-picture';
import { letterParts } from './letter-parts';
import { trialMark, trialWarning } from './page-furniture';
import { makeSheet } from './sheet';

export interface AuthorityLetterOptions {
  /** To whom it is written: the certificate authority. */
  authority: { name: string; trial: boolean };
  letter: AuthorityLetter;
  /** The agent's name as ink, printed in its place. */
  nameInk?: InkMask;
  /** Marks it as an example, which nobody can seal. */
  sample?: boolean;
}

/**
 * 授权书: one page with all filled in, to be printed, signed, sealed on paper and photographed. The same input gives the same bytes.
 * @throws ContractPdfError `missing_glyph`, `ink_empty`, `ink_unreadable`
 */
export async function makeAuthorityLetter({
  authority,
  letter,
  nameInk,
  sample,
}: AuthorityLetterOptions): Promise<Buffer> {
  const faces = contractFonts();
  const { name } = letter.agent;
  const pictures = nameInk ? [{ text: name, mask: nameInk }] : [];
  if (nameInk) checkMask(nameInk);
  const rows = letterRows(letter);
  const texts = rows.flatMap(({ name: group, rows }) => [group, ...rows.flatMap(({ label, value }) => [label, value])]);
  const written = [authority.name, ...texts].filter((value) => !(nameInk && value === name));
  const text = JSON.stringify(written);
  const { mark, warning } = marksOf(authority.trial, sample);
  const said = { opening: letterOpening(authority.name, letter), rows, clauses: letterClauses };
  const parts = letterParts(
    {
      title: letterTitle,
      addressee: authority.name,
      orderNumber: letter.orderNumber,
      note: letterNote,
      warning,
      ...said,
    },
    faces,
  );
  return makeSheet({
    title: `${letterTitle} ${letter.orderNumber}`,
    author: authority.name,
    date: letter.date,
    text,
    parts,
    pictures,
    mark,
  });
}

function marksOf(trial: boolean, sample = false): { mark?: string; warning?: string } {
  if (sample) return { mark: '例样', warning: '例样 · 仅供参考，请在申请里下载填好的授权书' };
  return trial ? { mark: trialMark, warning: trialWarning } : {};
}
