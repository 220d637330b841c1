import { AppError } from '@acceptance/shared';
import { setCurrentLanguage } from '../language/current-language';
import { apiWord, errorTexts } from './api-texts';
import { describeReviewMark } from './labels';

afterEach(() => setCurrentLanguage('zh'));

const refusal = new AppError('orders.not_editable', {
  details: { status: '待审核' },
  fields: [{ path: 'unit.name', message: '单位名称最多 100 个字' }],
});

describe('what the API says', () => {
  it('is said as it comes in Chinese', () => {
    expect(errorTexts(refusal)).toEqual({
      message: '这份申请现在是“待审核”，不能修改',
      next: '请刷新后查看最新状态',
      fields: refusal.fields,
    });
    expect(apiWord('审核员')).toBe('审核员');
  });

  it('is said in English by code, with its details and fields', () => {
    setCurrentLanguage('en');
    expect(errorTexts(refusal)).toEqual({
      message: 'This application is now “Under review” and cannot be changed',
      next: 'Please refresh to see the latest status',
      fields: [{ path: 'unit.name', message: 'The name of the organisation can have at most 100 characters' }],
    });
    expect(errorTexts(new AppError('auth.code_wrong', { details: { remaining: 3 } })).next).toContain('3 tries');
    expect(apiWord('审核员')).toBe('Reviewer');
  });
});

describe('a mark of the review', () => {
  const mark = { field: 'id-card-front', reason: 'glare', note: '左上角' } as const;

  it('keeps the reviewer’s own words in both languages', () => {
    expect(describeReviewMark(mark, { attachments: [] })).toBe('身份证人像面：有反光（左上角）');
    setCurrentLanguage('en');
    expect(describeReviewMark(mark, { attachments: [] })).toBe('ID card, portrait side: Glare (左上角)');
    expect(describeReviewMark({ field: 'unit', reason: 'mismatch' }, { attachments: [] })).toBe(
      'Organisation: Differs from what was entered',
    );
  });
});
