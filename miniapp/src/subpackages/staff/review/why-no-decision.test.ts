import { whyNoDecision } from './why-no-decision';

describe('why there is nothing to decide', () => {
  it('is silent while a decision is open', () => {
    expect(
      whyNoDecision({ claim: null, status: 'submitted', availableEvents: ['approve', 'return', 'reject'] }),
    ).toBeNull();
  });

  it('names the status and who acts next', () => {
    expect(whyNoDecision({ claim: null, status: 'returned', availableEvents: [] })).toBe(
      '这份申请现在是“待补充”，不需要审核，等申请人办理',
    );
    expect(whyNoDecision({ claim: null, status: 'completed', availableEvents: [] })).toContain('已经结束');
  });

  it('says when the account may only look', () => {
    expect(whyNoDecision({ claim: null, status: 'submitted', availableEvents: [] })).toBe('当前账号只能查看，不能审核');
  });

  it('that somebody else is at it', () => {
    const claim = { byName: '李审核', isOwn: false, until: '2026-11-29T02:00:00.000Z' };
    const order = { status: 'submitted', availableEvents: ['approve'] } as const;
    expect(whyNoDecision({ ...order, claim, availableEvents: [...order.availableEvents] })).toContain('李审核');
    const own = { ...claim, isOwn: true };
    expect(whyNoDecision({ ...order, claim: own, availableEvents: [...order.availableEvents] })).toBeNull();
  });
});
