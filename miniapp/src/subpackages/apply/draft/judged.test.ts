import { isJudged, judgeFields, NOTHING_JUDGED } from './judged';

describe('a field', () => {
  it('is judged when it was left, and no other', () => {
    const judged = judgeFields(NOTHING_JUDGED, ['email'], false);
    expect([isJudged(judged, 'email'), isJudged(judged, 'address'), judged.wasTried]).toEqual([true, false, false]);
  });

  it('that opens after a try to go on is not red before it was touched', () => {
    const tried = judgeFields(NOTHING_JUDGED, ['invoice.kind', 'delivery.way'], true);
    expect(isJudged(tried, 'delivery.way')).toBe(true);
    expect(isJudged(tried, 'delivery.receiver')).toBe(false);
    expect(isJudged(judgeFields(tried, ['delivery.receiver'], true), 'delivery.receiver')).toBe(true);
  });

  it('is judged once', () => {
    const judged = judgeFields(NOTHING_JUDGED, ['email'], false);
    expect(judgeFields(judged, ['email'], false)).toBe(judged);
  });
});
