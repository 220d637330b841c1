import { decryptJson, encryptJson } from '../../database/encrypted-text';
import type { FieldCipher } from '../../database/field-cipher';

/** Who was verified, as the envelopes in accounts and orders hold it. */
export interface Person {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  /**
   * Base64 of the ink, at most 33 KB, that a contract prints in place of a name that no font has: staff took it from the
   * document. In the envelope with the name, so that it is sealed, re-sealed, copied and removed with it.
   */
  readonly nameInk?: string;
}

export const PERSON_PURPOSE = 'account.identity.person';

/** A verified person for the account or order with this id: the two keep envelopes of their own. */
export const sealPerson = (cipher: FieldCipher, person: Person, recordId: string): string =>
  encryptJson(cipher, person, PERSON_PURPOSE, recordId);

/** @throws Error when the envelope is that of another record */
export const openPerson = (cipher: FieldCipher, envelope: string, recordId: string): Person =>
  decryptJson<Person>(cipher, envelope, PERSON_PURPOSE, recordId);
