/** One test by its file and its titles, those of `describe` first, written as in the source (`%s` and all). */
export interface HoldingTest {
  readonly file: string;
  readonly titles: readonly string[];
}

/** Something that an attacker does, or an accident, and the tests that fail when it succeeds. */
export interface Attack {
  readonly id: string;
  /** One plain sentence. */
  readonly what: string;
  readonly heldBy: readonly HoldingTest[];
}

/** What the issue names and the product does not hold off yet. */
export interface Awaited {
  readonly id: string;
  readonly what: string;
  /** What is to come. */
  readonly awaits: string;
}

export interface Section {
  readonly title: string;
  readonly attacks: readonly Attack[];
  readonly awaited: readonly Awaited[];
}

export const SEPARATOR = ' › ';

/** Tests of one file, each written as `title › title`. */
export const tests = (file: string, ...paths: readonly string[]): readonly HoldingTest[] =>
  paths.map((path) => ({ file, titles: path.split(SEPARATOR) }));

export const attack = (id: string, what: string, ...heldBy: readonly (readonly HoldingTest[])[]): Attack => ({
  id,
  what,
  heldBy: heldBy.flat(),
});

export const nameOf = ({ file, titles }: HoldingTest): string => `${file}${SEPARATOR}${titles.join(SEPARATOR)}`;
