import { createHash } from 'node:crypto';
import type { ContractAuthority, ContractTemplate, ContractTemplateSource } from './contract-types';
import { defaultContract } from './default-contract';
import { fillPlaceholders, valuesOfAuthority } from './fill-placeholders';

/** 格式条款提示，民法典第四百九十六条. */
const importantNotice = '【请特别注意】本条减免责任或与您有重大利害关系，请仔细阅读；有疑问请先致电甲方。';

/**
 * The text with the authority filled in. `sha256` covers every other member as canonical JSON, so a consent record that holds
 * the hash proves which text was read.
 * @throws ContractPdfError `placeholder_unknown`, naming the place that nothing can fill
 */
export function fillTemplate(source: ContractTemplateSource, authority: ContractAuthority): ContractTemplate {
  const values = valuesOfAuthority(authority);
  const fill = (text: string) => fillPlaceholders(text, values);
  const text = {
    id: source.id,
    version: source.version,
    title: fill(source.title),
    keyPoints: source.keyPoints.map(fill),
    articles: source.articles.map(({ heading, important, paragraphs }) => ({
      heading: fill(heading),
      ...(important && { important }),
      paragraphs: paragraphs.map(fill),
    })),
    ...(source.articles.some(({ important }) => important) && { importantNotice }),
    authority: { ...authority },
  };
  return { ...text, sha256: hashOfText(text) };
}

/** The text that contracts begin with. */
export const buildContractTemplate = (authority: ContractAuthority): ContractTemplate =>
  fillTemplate(defaultContract, authority);

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** Hex SHA-256 of a text, whenever it was made. */
export const hashOfText = (text: Omit<ContractTemplate, 'sha256'>): string => hashOf(text);

/** Hex SHA-256 of what a contract says beside its text: the parties and what is agreed on. */
export const hashOfDetails = (details: object): string => hashOf(details);

/** Keys sorted, no white space, nothing of absent members (RFC 8785 for what occurs here: strings, whole numbers, flags). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
