import { idCardCheckCharacter, organisationCheckCharacter, usccCheckCharacter } from '@acceptance/shared';

/** A fictitious applicant, with the unit that they apply for. */
export interface StoryPerson {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly unitName: string;
  readonly unifiedSocialCreditCode: string;
  readonly legalRepresentative: string;
  /** Of who has an address and papers of their own; without it all live at the same one and have the same papers. */
  readonly street?: string;
}

/** Of another name than the person. */
const NEVER_MET = 5_000_001;
const NAMES = ['张伟', '李静怡', '欧阳小明', '乌云其木格', '阿依努尔·买买提'];

/** The n-th made-up person: valid check characters, phone segment 199, division code of no district (110199). */
export function makePerson(n: number): StoryPerson {
  // Years and serials together repeat after 3000 people; those are born on another day.
  const day = String((Math.floor(n / 3000) % 28) + 1).padStart(2, '0');
  const first17 = `110199${1970 + (n % 30)}01${day}${String(n % 1000).padStart(3, '0')}`;
  const organisation = String(10_000_000 + n).slice(-8);
  const uscc17 = `91110199${organisation}${organisationCheckCharacter(organisation)}`;
  const name = NAMES[n % NAMES.length] ?? '张伟';
  return {
    name,
    idNumber: `${first17}${idCardCheckCharacter(first17)}`,
    phone: `199${String(n).padStart(8, '0')}`,
    unitName: `示例单位${n}有限公司`,
    unifiedSocialCreditCode: `${uscc17}${usccCheckCharacter(uscc17)}`,
    legalRepresentative: name,
  };
}

/** The n-th person, acting for the unit of somebody who is never met: a unit has one application at a time. */
export function makeAgent(n: number): StoryPerson {
  const { unitName, unifiedSocialCreditCode, legalRepresentative } = makePerson(n + NEVER_MET);
  return { ...makePerson(n), unitName, unifiedSocialCreditCode, legalRepresentative };
}
