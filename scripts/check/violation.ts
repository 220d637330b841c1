/** One broken rule at one place, and what to do instead. */
export interface Violation {
  /** Path below the repository's root, with forward slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly problem: string;
  readonly instead: string;
}

/** `file:line  problem` and, indented on the next line, the way out. */
export const describeViolation = ({ file, line, problem, instead }: Violation): string =>
  `${file}:${line}  ${problem}\n    instead: ${instead}`;
