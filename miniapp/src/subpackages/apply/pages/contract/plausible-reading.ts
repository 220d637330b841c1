import type { ContractText } from '@acceptance/shared';

/** Faster than this nobody reads: a practised eye takes in some ten characters a second, a skimming one four times that. */
const CHARACTERS_A_SECOND = 40;
const AT_MOST_SECONDS = 20;

/**
 * The least time that passes for reading a contract, in seconds. Who is faster is not made to wait (waiting reads nothing,
 * and a second application brings the same text), but says on purpose that every article was read: a second tick.
 */
export function leastSeconds({ articles }: Pick<ContractText, 'articles'>): number {
  const characters = articles.reduce(
    (sum, { heading, paragraphs }) => sum + [heading, ...paragraphs].join('').length,
    0,
  );
  return Math.min(AT_MOST_SECONDS, Math.ceil(characters / CHARACTERS_A_SECOND));
}
