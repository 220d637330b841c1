import { IDENTITY_DOCUMENT_LABELS } from '@acceptance/shared';
import { type ContractAuthority, makeAuthorityLetter, makePickUpVoucher, sampleLetter } from '../../contract-pdf';
import type { AuthorityLetter, ContractMaker } from '../../ports/contract-maker';
import { asRejected } from './as-rejected';
import { nameInkOf } from './name-ink';

/** The example says nothing of its day: the same bytes for everybody. */
const EXAMPLE_DATE = new Date('2026-11-29T00:00:00Z');

const inWords = ({ agent, nameInk: _nameInk, ...letter }: AuthorityLetter) => ({
  ...letter,
  agent: {
    name: agent.name,
    documentName: IDENTITY_DOCUMENT_LABELS[agent.documentType],
    idNumber: agent.idNumber,
    phone: agent.phone,
  },
});

/** Letters of authority to this certificate authority. */
export function createLetterMaker({ name, trial }: ContractAuthority): ContractMaker['makeAuthorityLetter'] {
  const authority = { name, trial };
  return async (letter) => {
    try {
      return await (letter
        ? makeAuthorityLetter({ authority, letter: inWords(letter), nameInk: nameInkOf(letter.nameInk, letter.agent) })
        : makeAuthorityLetter({ authority, letter: sampleLetter(EXAMPLE_DATE), sample: true }));
    } catch (error) {
      throw asRejected(error);
    }
  };
}

/** Vouchers of this certificate authority. */
export const createVoucherMaker =
  ({ name, trial }: ContractAuthority): ContractMaker['makePickUpVoucher'] =>
  async (voucher) => {
    try {
      return await makePickUpVoucher({ name, trial }, voucher);
    } catch (error) {
      throw asRejected(error);
    }
  };
