import { ContractPdfError } from './contract-pdf-error';
import type { ContractAuthority } from './contract-types';

/** What may stand in braces, and what stands there then. */
export type PlaceholderValues = ReadonlyMap<string, string>;

const NAMES = [
  'name',
  'phone',
  'address',
  'website',
  'court',
  'unifiedSocialCreditCode',
  'licenceNumber',
  'legalRepresentative',
] as const satisfies readonly (keyof ContractAuthority)[];

/** The places that a template may have, for whoever writes one. */
export const templatePlaceholders: readonly string[] = NAMES.map((name) => `{authority.${name}}`);

export function valuesOfAuthority(authority: ContractAuthority): PlaceholderValues {
  const entries = NAMES.map((name): [string, string] => [`{authority.${name}}`, authority[name] ?? '']);
  return new Map(entries.filter(([, value]) => value !== ''));
}

/**
 * Fills `{authority.name}` and the like in, once: braces of a value stay. A lone brace is a place that somebody forgot to close.
 * @throws ContractPdfError `placeholder_unknown`, naming the place
 */
export const fillPlaceholders = (text: string, values: PlaceholderValues): string =>
  text.replace(/\{[^{}]*\}|[{}]/g, (place) => {
    const value = values.get(place);
    if (value === undefined) {
      throw new ContractPdfError('placeholder_unknown', `Nothing is known to fill ${place} of the contract's text in`);
    }
    return value;
  });
