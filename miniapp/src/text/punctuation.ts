import { localized } from './localized';

const PUNCTUATION = localized({
  zh: {
    clauses: (parts: readonly string[]) => parts.join('，'),
    sentences: (parts: readonly string[]) => parts.join('。'),
    list: (parts: readonly string[]) => parts.join('、'),
    findings: (parts: readonly string[]) => parts.join('；'),
    labelled: (label: string, text: string) => `${label}：${text}`,
    bracketed: (text: string, aside: string) => `${text}（${aside}）`,
  },
  en: {
    clauses: (parts: readonly string[]) => parts.join(', '),
    sentences: (parts: readonly string[]) => parts.join('. '),
    list: (parts: readonly string[]) => parts.join(', '),
    findings: (parts: readonly string[]) => parts.join('; '),
    labelled: (label: string, text: string) => `${label}: ${text}`,
    bracketed: (text: string, aside: string) => `${text} (${aside})`,
  },
});

/** 甲，乙 · one, two */
export const joinClauses = (...parts: readonly string[]): string => PUNCTUATION.clauses(parts);
/** 甲。乙 · One. Two */
export const joinSentences = (...parts: readonly string[]): string => PUNCTUATION.sentences(parts);
/** 甲、乙 · one, two */
export const joinList = (parts: readonly string[]): string => PUNCTUATION.list(parts);
/** 甲；乙 · one; two */
export const joinFindings = (parts: readonly string[]): string => PUNCTUATION.findings(parts);
/** 邮箱：请填写 · Email: please fill in */
export const labelled = (label: string, text: string): string => PUNCTUATION.labelled(label, text);
/** 营业执照（选交） · Business licence (optional) */
export const bracketed = (text: string, aside: string): string => PUNCTUATION.bracketed(text, aside);
