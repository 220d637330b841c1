import { createHash } from 'node:crypto';
import { contractArticles, contractKeyPoints, contractTitle } from './contract-articles';
import type { ContractAuthority, ContractTemplate } from './contract-types';

const templateId = 'digital-certificate-service';
/** Raise it with every change of wording; the hash tells whether somebody forgot. */
const templateVersion = '2026.12';

/**
 * The contract's text with the authority's name, website, phone and court filled in. `sha256` covers every other member
 * as canonical JSON, so a consent record that holds the hash proves which text was read.
 */
export function buildContractTemplate(authority: ContractAuthority): ContractTemplate {
  const text = {
    id: templateId,
    version: templateVersion,
    title: contractTitle,
    keyPoints: [...contractKeyPoints],
    articles: contractArticles(authority),
    authority: { ...authority },
  };
  return { ...text, sha256: hashOfText(text) };
}

/** Hex SHA-256 of a text, whenever it was made. */
export const hashOfText = (text: Omit<ContractTemplate, 'sha256'>): string =>
  createHash('sha256').update(canonicalJson(text)).digest('hex');

/** Keys sorted, no white space (RFC 8785 for the strings, arrays and objects that occur here). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
