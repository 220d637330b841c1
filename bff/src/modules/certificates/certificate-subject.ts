import type { CertificateSubject, ContractDetails } from '@acceptance/shared';

/** ub-common-name and ub-organization-name of RFC 5280, appendix A: counted in characters. */
const LONGEST = 64;
const TAIL = 15;

/**
 * A name that fits: whole, or its beginning and its end around `…`, for what tells units apart (the place in front, the
 * branch behind) stands at both ends. Which unit it is says `organizationIdentifier` all the same.
 */
export function fittingName(name: string): string {
  const characters = [...name];
  if (characters.length <= LONGEST) {
    return name;
  }
  return [...characters.slice(0, LONGEST - TAIL - 1), '…', ...characters.slice(-TAIL)].join('');
}

interface Holder {
  readonly accountId: string;
  readonly details: Pick<ContractDetails, 'person' | 'unit'>;
}

/**
 * The subject of a certificate, from what the contract says. A unit's names no person. A person's has the account's id as
 * serial number, so that two people of one name have two names here without their ID numbers.
 */
export function subjectOf({ accountId, details: { person, unit } }: Holder): CertificateSubject {
  const country = { type: 'countryName', value: 'CN' } as const;
  if (!unit) {
    return [
      country,
      { type: 'commonName', value: fittingName(person.name) },
      { type: 'serialNumber', value: accountId.toUpperCase() },
    ];
  }
  const name = fittingName(unit.name);
  return [
    country,
    { type: 'organizationName', value: name },
    // ETSI EN 319 412-1, 5.1.4: national trade register, country, number
    { type: 'organizationIdentifier', value: `NTRCN-${unit.unifiedSocialCreditCode}` },
    { type: 'commonName', value: name },
  ];
}

export const commonNameOf = (subject: CertificateSubject): string =>
  subject.find(({ type }) => type === 'commonName')?.value ?? '';
