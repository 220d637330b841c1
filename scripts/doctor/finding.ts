/** `mend`: it will not work like this. `soon`: it works, and will not for long. `unchecked`: nobody can tell from here. */
export type Verdict = 'good' | 'soon' | 'mend' | 'unchecked';

/** What was looked at and how it stands, in words for the operator. */
export interface Finding {
  readonly subject: string;
  readonly verdict: Verdict;
  /** What was found; of what was not checked, how to check it by hand. */
  readonly words: string;
}

const MARKS: Readonly<Record<Verdict, string>> = { good: '正常', soon: '注意', mend: '要处理', unchecked: '未能检查' };

export const good = (subject: string, words: string): Finding => ({ subject, verdict: 'good', words });
export const soon = (subject: string, words: string): Finding => ({ subject, verdict: 'soon', words });
export const mend = (subject: string, words: string): Finding => ({ subject, verdict: 'mend', words });
export const unchecked = (subject: string, words: string): Finding => ({ subject, verdict: 'unchecked', words });

export const lineOf = ({ subject, verdict, words }: Finding): string => `【${MARKS[verdict]}】${subject}：${words}`;
export const mustBeMended = (findings: readonly Finding[]): boolean =>
  findings.some(({ verdict }) => verdict === 'mend');
