import * as v from 'valibot';
import { describeReviewMark, reviewMarkSchema } from './review';

describe('review mark', () => {
  it('is told to the applicant as field, reason and note', () => {
    expect(describeReviewMark({ field: 'id-card-front', reason: 'glare', note: '左上角' })).toBe(
      '身份证人像面：有反光（左上角）',
    );
  });

  it.each([undefined, ''])('leaves the brackets out for the note %p', (note) => {
    expect(describeReviewMark({ field: 'attachments', reason: 'wrong-paper', note })).toBe('附件材料：材料不对');
  });

  it('takes a note of up to 100 characters and only known fields and reasons', () => {
    const mark = { field: 'unit', reason: 'mismatch' };
    expect(v.safeParse(reviewMarkSchema, { ...mark, note: '字'.repeat(100) }).success).toBe(true);
    expect(v.safeParse(reviewMarkSchema, { ...mark, note: '字'.repeat(101) }).success).toBe(false);
    expect(v.safeParse(reviewMarkSchema, { ...mark, field: 'status' }).success).toBe(false);
    expect(v.safeParse(reviewMarkSchema, { ...mark, reason: 'because' }).success).toBe(false);
  });
});
