import type { ReadingTimes } from '../schemas/contract-reading';

/** What of a contract's text says how long reading it takes. */
export interface TextToRead {
  readonly keyPoints: readonly string[];
  readonly articles: readonly {
    readonly heading: string;
    readonly important?: true;
    readonly paragraphs: readonly string[];
  }[];
}

/** A part of the contract whose time on the screen is measured. */
export interface ReadingSection {
  /** Stable for a text (its hash names it): `key-points`, `details`, `article-1` and so on. */
  readonly id: string;
  /** 0 for the details: nobody spells out their own name. */
  readonly characters: number;
  /** Set apart because it weighs on the applicant (民法典第四百九十六条). */
  readonly important: boolean;
}

export const articleSectionId = (index: number): string => `article-${index + 1}`;

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + [...line].length, 0);

/** The sections of a contract in the order in which they are read. */
export const readingSections = ({ keyPoints, articles }: TextToRead): readonly ReadingSection[] => [
  { id: 'key-points', characters: lengthOf(keyPoints), important: false },
  { id: 'details', characters: 0, important: false },
  ...articles.map(({ heading, important = false, paragraphs }, index) => ({
    id: articleSectionId(index),
    characters: lengthOf([heading, ...paragraphs]),
    important,
  })),
];

/**
 * Faster than this nobody reads Chinese. Adults read it aloud at 255 characters a minute (IReST: Trauzettel-Klosinski and
 * Dietz, IOVS 2012, 53:5452), and hardly anybody reads silently more than 1.6 times as fast as aloud (Brysbaert, JML 2019,
 * 109:104047). This is over three times that, so that no reader is taken for a hurried one.
 */
const CHARACTERS_A_MINUTE = 1_500;

const secondsFor = (characters: number): number => Math.ceil((characters * 60) / CHARACTERS_A_MINUTE);

/** The least time that reading the whole text takes, in seconds. */
export const leastReadingSeconds = (text: TextToRead): number =>
  secondsFor(readingSections(text).reduce((sum, { characters }) => sum + characters, 0));

/**
 * Whether somebody was through faster than one can read: with the whole, or past a clause of weight. Who was is not made to
 * wait (waiting reads nothing), but says on purpose that all of it was read: a second tick.
 */
export function isReadInHaste(text: TextToRead, { readingSeconds, readingSections: told }: ReadingTimes): boolean {
  const seen = new Map(told.map(({ id, seconds }) => [id, seconds]));
  const onScreen = told.reduce((sum, { seconds }) => sum + seconds, 0);
  return (
    Math.min(readingSeconds, onScreen) < leastReadingSeconds(text) ||
    readingSections(text).some(
      ({ id, characters, important }) => important && (seen.get(id) ?? 0) < secondsFor(characters),
    )
  );
}

/** Whether times can be those of this text: each of its sections once and nothing else, none longer than the whole. */
export function areTimesOfText(text: TextToRead, { readingSeconds, readingSections: told }: ReadingTimes): boolean {
  const sections = readingSections(text);
  const ids = new Set(told.map(({ id }) => id));
  return (
    told.length === sections.length &&
    sections.every(({ id }) => ids.has(id)) &&
    told.every(({ seconds }) => seconds <= readingSeconds)
  );
}

/** Headings of the clauses of weight, which the second tick names. */
export const importantHeadings = ({ articles }: Pick<TextToRead, 'articles'>): readonly string[] =>
  articles.flatMap(({ heading, important }) => (important ? [heading] : []));
