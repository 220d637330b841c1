import type { ClientReport } from '@acceptance/shared';

/**
 * What personal data looks like in free text: long digit runs (phones, ID numbers, bank accounts), e-mail addresses,
 * tokens, Han names after a label are not told apart, so quoted Han text goes too.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/\b[\w-]{20,}\.[\w-]{10,}\.[\w-]{10,}\b/g, '[token]'],
  [/\d[\d -]{5,}\d[Xx]?/g, '[number]'],
  [/(["'“‘«])[^"'”’»]*\p{Script=Han}[^"'”’»]*(["'”’»])/gu, '$1[text]$2'],
  [/\?[^\s)]*/g, '?[query]'],
];

export const redactText = (text: string): string =>
  PATTERNS.reduce((redacted, [pattern, replacement]) => redacted.replace(pattern, replacement), text);

/** A report fit for the log. The phone has redacted it already; this does not trust that. */
export const redactReport = (report: ClientReport): ClientReport => ({
  ...report,
  message: redactText(report.message),
  page: redactText(report.page),
  ...(report.stack && { stack: redactText(report.stack) }),
});
