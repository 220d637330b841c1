import { whyNoDecision } from './why-no-decision';

describe('why there is nothing to decide', () => {
  it('is silent while a decision is open', () => {
    expect(whyNoDecision({ status: 'submitted', availableEvents: ['approve', 'return', 'reject'] })).toBeNull();
  });

  it('names the status and who acts next', () => {
    expect(whyNoDecision({ status: 'returned', availableEvents: [] })).toBe(
      '这份申请现在是“待补充”，不需要审核，等申请人办理',
    );
    expect(whyNoDecision({ status: 'completed', availableEvents: [] })).toContain('已经结束');
  });

  it('says when the account may only look', () => {
    expect(whyNoDecision({ status: 'submitted', availableEvents: [] })).toBe('当前账号只能查看，不能审核');
  });
});
