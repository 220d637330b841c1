import * as v from 'valibot';
import { describeReviewMark, labelOfPart, reviewMarkSchema } from './review';

const project = { attachments: [{ kind: 'business-licence', label: '营业执照' }] };

describe('review mark', () => {
  it('is told to the applicant as field, reason and note', () => {
    expect(describeReviewMark({ field: 'id-card-front', reason: 'glare', note: '左上角' }, project)).toBe(
      '身份证人像面：有反光（左上角）',
    );
  });

  it.each([undefined, ''])('leaves the brackets out for the note %p', (note) => {
    expect(describeReviewMark({ field: 'attachments', reason: 'wrong-paper', note }, project)).toBe(
      '附件材料：材料不对',
    );
  });

  it('names the paper that it is about', () => {
    const mark = { field: 'attachments', paper: 'business-licence', reason: 'unclear' } as const;
    expect(describeReviewMark(mark, project)).toBe('营业执照：看不清');
    expect(labelOfPart({ field: 'unit' }, project)).toBe('单位信息');
  });

  it('takes a note of up to 100 characters and only known fields and reasons', () => {
    const mark = { field: 'unit', reason: 'mismatch' };
    expect(v.safeParse(reviewMarkSchema, { ...mark, note: '字'.repeat(100) }).success).toBe(true);
    expect(v.safeParse(reviewMarkSchema, { ...mark, note: '字'.repeat(101) }).success).toBe(false);
    expect(v.safeParse(reviewMarkSchema, { ...mark, field: 'status' }).success).toBe(false);
    expect(v.safeParse(reviewMarkSchema, { ...mark, reason: 'because' }).success).toBe(false);
  });
});
