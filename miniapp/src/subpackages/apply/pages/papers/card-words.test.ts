import type { CardProblem, IdCardReadingView } from '@acceptance/shared';
import { setCurrentLanguage } from '../../../../language/current-language';
import { cardWords, mayBeKept } from './card-words';

afterEach(() => setCurrentLanguage('zh'));

const readingOf = (problems: CardProblem[]): IdCardReadingView => ({
  front: { name: '张伟', idNumber: '11010519491231002X', problems },
  back: { authority: '示例市公安局', validFrom: '2010-07-21', validUntil: 'long-term', problems: [] },
});

describe('what was read of a card', () => {
  it('is said with what it says of its owner, and no more when all is well', () => {
    expect(cardWords(readingOf([]), 'front')).toEqual({
      facts: ['姓名：张伟', '号码：11010519491231002X'],
      problems: [],
      advice: null,
    });
    expect(cardWords(readingOf([]), 'back')?.facts).toEqual(['签发机关：示例市公安局', '有效期至：长期']);
  });

  it('is nothing before there is a photo that was read', () => {
    expect(cardWords({ front: null, back: null }, 'front')).toBeNull();
  });

  it.each<[CardProblem[], string]>([
    [['copy', 'glare'], '重拍'],
    [['name-differs', 'copy'], '本人'],
  ])('with %j comes with the advice to do something about it', (problems, advice) => {
    const words = cardWords(readingOf(problems), 'front');
    expect(words?.problems).toHaveLength(problems.length);
    expect(words?.advice).toContain(advice);
  });

  it.each<CardProblem>(['no-answer', 'not-asked', 'other-document'])('asks for nothing when it is %s', (problem) => {
    const reading = { front: { name: null, idNumber: null, problems: [problem] }, back: null };
    expect(cardWords(reading, 'front')).toMatchObject({ facts: [], advice: null });
    expect(cardWords(reading, 'front')?.problems[0]).toContain('由工作人员核对');
  });

  it('is said in English, too', () => {
    setCurrentLanguage('en');
    expect(cardWords(readingOf(['re-shot']), 'front')).toEqual({
      facts: ['Name: 张伟', 'Number: 11010519491231002X'],
      problems: ['It looks like a photo of a screen or of another photo'],
      advice: expect.stringContaining('retake'),
    });
  });
});

it('only lets a photo be kept whose refusal may be an error of the reader', () => {
  expect(mayBeKept('files.card_missing')).toBe(true);
  expect(mayBeKept('files.card_expired')).toBe(false);
  expect(mayBeKept(null)).toBe(false);
});
