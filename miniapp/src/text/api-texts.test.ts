import { setCurrentLanguage } from '../language/current-language';
import { apiWord } from './api-texts';
import { clientError } from './client-error';
import { fieldText } from './field-text';
import { describeReviewMark } from './labels';
import { pictureError } from './picture-error';

afterEach(() => setCurrentLanguage('zh'));

describe('what the API says', () => {
  it('is said as it comes in Chinese', () => {
    expect(apiWord('审核员')).toBe('审核员');
    expect(fieldText('单位名称最多 100 个字')).toBe('单位名称最多 100 个字');
  });

  it('is said in English word by word', () => {
    setCurrentLanguage('en');
    expect(apiWord('审核员')).toBe('Reviewer');
    expect(fieldText('单位名称最多 100 个字')).toBe('The name of the organisation can have at most 100 characters');
  });
});

it('an error that is found here is said in the language of that moment, with its details', () => {
  const details = { actual: '12 MB', maximum: '8 MB' };
  expect(clientError('auth.required')).toMatchObject({ userMessage: '请先登录', status: 401 });
  expect(pictureError('files.too_large', { details }).next).toBe('请上传 8 MB 以内的图片');
  setCurrentLanguage('en');
  expect(clientError('auth.required')).toMatchObject({ userMessage: 'Please sign in first', status: 401 });
  expect(pictureError('files.too_large', { details }).userMessage).toBe('The picture is too large (12 MB)');
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
