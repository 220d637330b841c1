import type { ClientReport } from '@acceptance/shared';

/**
 * What personal data looks like in free text: e-mail addresses, tokens and keys, long digit runs (phones, ID numbers, bank
 * accounts), all Han text with what stands in the same quotes, because names and addresses are Chinese and our own
 * messages are English.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/\b[\w-]{20,}\.[\w-]{10,}\.[\w-]{10,}\b/g, '[token]'],
  [/\b(?=[\w-]*\d)[\w-]{20,}/g, '[key]'],
  [/\d[\d -]{5,}\d[Xx]?/g, '[number]'],
  [/(["'“‘«])[^"'”’»]*\p{Script=Han}[^"'”’»]*(["'”’»])/gu, '$1[text]$2'],
  [/\p{Script=Han}[\p{Script=Han}·\d]*/gu, '[text]'],
  [/\?[^\s)]*/g, '?[query]'],
];

export const redactText = (text: string): string =>
  PATTERNS.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text);

/** Fields in which the schema leaves no room for text of one's own. */
const CLOSED_FIELDS: ReadonlySet<string> = new Set<keyof ClientReport>(['kind', 'at', 'durationMs']);

/** A report fit for the log. The phone has redacted it already; this trusts neither that nor that it was our phone. */
export const redactReport = (report: ClientReport): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(report).map(([field, value]) => [
      field,
      CLOSED_FIELDS.has(field) || typeof value === 'number' ? value : redactText(value),
    ]),
  );
