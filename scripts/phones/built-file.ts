/** A file of a build: its path below the build's folder, with forward slashes, and its text. */
export interface BuiltFile {
  readonly path: string;
  readonly text: string;
}

/** What an old phone would stumble over, and where. */
export interface PhoneProblem {
  readonly file: string;
  readonly problem: string;
  readonly instead: string;
}

export const describePhoneProblem = ({ file, problem, instead }: PhoneProblem): string =>
  `${file}  ${problem}\n    instead: ${instead}`;

/** The lines around a place in a minified file are no help; its next characters are. */
export const excerpt = (text: string, at: number): string => text.slice(at, at + 60).replace(/\s+/g, ' ');
