import type { ReadingTimes } from '../schemas/contract-reading';
import {
  areTimesOfText,
  importantHeadings,
  isReadInHaste,
  leastReadingSeconds,
  readingSections,
  type TextToRead,
} from './contract-reading';

const characters = (count: number) => '字'.repeat(count);
/** 1,000 characters: 40 seconds; the clause of weight alone has 300: 12 seconds. */
const TEXT: TextToRead = {
  keyPoints: [characters(60), characters(40)],
  articles: [
    { heading: '用途', paragraphs: [characters(298), characters(300)] },
    { heading: '责任', important: true, paragraphs: [characters(298)] },
  ],
};
const times = (readingSeconds: number, ...seconds: number[]): ReadingTimes => ({
  readingSeconds,
  readingSections: ['key-points', 'details', 'article-1', 'article-2'].map((id, index) => ({
    id,
    seconds: seconds[index] ?? 0,
  })),
});

describe('the sections of a contract', () => {
  it('are the key points, the details and each article, by a name that stays', () => {
    expect(readingSections(TEXT)).toEqual([
      { id: 'key-points', characters: 100, important: false },
      { id: 'details', characters: 0, important: false },
      { id: 'article-1', characters: 600, important: false },
      { id: 'article-2', characters: 300, important: true },
    ]);
    expect(importantHeadings(TEXT)).toEqual(['责任']);
  });
});

describe('the least time of reading', () => {
  it('grows with the text', () => {
    expect(leastReadingSeconds(TEXT)).toBe(40);
    expect(leastReadingSeconds({ ...TEXT, articles: [] })).toBe(4);
    expect(leastReadingSeconds({ keyPoints: [], articles: [] })).toBe(0);
  });

  it('counts characters, not the units of their encoding', () => {
    expect(leastReadingSeconds({ keyPoints: ['\u{20000}'.repeat(50)], articles: [] })).toBe(2);
  });
});

describe('haste', () => {
  it.each([
    ['a flick to the end', times(0), true],
    ['less than one can read', times(39, 5, 5, 20, 15), true],
    ['just long enough', times(40, 5, 5, 20, 12), false],
    ['a flick past the clause of weight after a long rest elsewhere', times(300, 300, 0, 1, 0), true],
    ['less for the clause of weight than one can read', times(300, 5, 5, 290, 11), true],
    ['a whole with nothing on the screen', times(300), true],
  ])('%s: %s', (_what, told, hasty) => {
    expect(isReadInHaste(TEXT, told)).toBe(hasty);
  });

  it('is judged by the whole where no clause is of weight', () => {
    const plain = { ...TEXT, articles: TEXT.articles.map(({ heading, paragraphs }) => ({ heading, paragraphs })) };
    expect(isReadInHaste(plain, times(40, 40, 0, 0, 0))).toBe(false);
    expect(isReadInHaste(plain, times(39, 39, 0, 0, 0))).toBe(true);
  });
});

describe('times that are told of a text', () => {
  const told = times(60, 10, 10, 30, 20);
  const sections = told.readingSections;

  it('are one for each of its sections, in any order, none longer than the whole', () => {
    expect(areTimesOfText(TEXT, told)).toBe(true);
    expect(areTimesOfText(TEXT, { ...told, readingSections: [...sections].reverse() })).toBe(true);
    expect(areTimesOfText(TEXT, times(60, 60, 60, 60, 60))).toBe(true);
  });

  it.each([
    ['lack a section', sections.slice(1)],
    ['name one twice', [...sections.slice(1), { id: 'details', seconds: 1 }]],
    ['name a stranger', [...sections.slice(1), { id: 'article-3', seconds: 1 }]],
    ['have one too many', [...sections, { id: 'article-3', seconds: 1 }]],
    ['have one longer than the whole', [...sections.slice(1), { id: 'key-points', seconds: 61 }]],
  ])('are not its own when they %s', (_what, readingSections) => {
    expect(areTimesOfText(TEXT, { ...told, readingSections })).toBe(false);
  });
});
