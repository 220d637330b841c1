import { setCurrentLanguage } from '../../../../language/current-language';
import { STAFF_ACCOUNT_TEXT } from '../../texts-accounts';
import { TASK_FACT_LABELS, STAFF_TASK_TEXT as TEXT } from '../../texts-tasks';
import { factWords, mayActOn, outcomeWords, ownerWords, shownFacts } from './task-words';

describe('the words of a task', () => {
  it('show amounts as money, moments as dates and known reasons as words', () => {
    expect(factWords({ name: 'expectedFen', value: 26_000 })).toEqual({ label: '应收', value: '¥260.00' });
    expect(factWords({ name: 'promisedBy', value: '2026-11-24T09:00:00.000Z' }).value).toBe('11月24日 17:00');
    expect(factWords({ name: 'reason', value: 'amount-differs' }).value).toBe('金额不符');
    expect(factWords({ name: 'reason', value: 'SOME_CODE' }).value).toBe('SOME_CODE');
    expect(factWords({ name: 'tries', value: 3 })).toEqual({ label: '已试次数', value: '3' });
  });

  it('leave out what is for engineers, and say what it is about', () => {
    const job = { name: 'job', value: 'prepare-export' } as const;
    const tries = { name: 'tries', value: 3 } as const;
    expect(shownFacts({ subject: { kind: 'export', id: 'x' }, facts: [job, tries] })).toEqual([
      { label: '事项', value: '个人信息导出' },
      { label: '已试次数', value: '3' },
    ]);
  });

  it('name an order by its number alone', () => {
    const number = { name: 'orderNumber', value: 'CGY-1' } as const;
    expect(shownFacts({ subject: { kind: 'order', id: 'x' }, facts: [number] })).toEqual([
      { label: '申请编号', value: 'CGY-1' },
    ]);
  });

  it('say how it ended', () => {
    expect(outcomeWords('told-by-phone')).toBe('已电话告知本人');
    expect(outcomeWords('redone')).toBe('重新执行成功');
    expect(outcomeWords('cancelled')).toBe(STAFF_ACCOUNT_TEXT.changeState.cancelled);
    expect(outcomeWords('healed')).toBe('起因已消除，自动关闭');
  });
});

describe('who acts on a task', () => {
  const free = { kind: 'refund-not-done', claimedBy: null } as const;
  const claimed = (isMe: boolean) => ({ ...free, claimedBy: { displayName: '财务甲', isMe } });

  it('is whoever has the role, unless a colleague has taken it', () => {
    expect(mayActOn(free, ['finance'])).toBe(true);
    expect(mayActOn(claimed(true), ['finance'])).toBe(true);
    expect(mayActOn(claimed(false), ['finance'])).toBe(false);
  });

  it('is not an administrator without the role', () => {
    expect(mayActOn(free, ['administrator'])).toBe(false);
    expect(ownerWords(free, ['administrator']).words).toBe('等财务办理');
  });

  it('is named', () => {
    expect(ownerWords(free, ['finance']).words).toBe('还没有人认领');
    expect(ownerWords(claimed(true), ['finance']).words).toBe('我正在办');
    expect(ownerWords(claimed(false), ['finance']).words).toBe('财务甲 正在办');
  });
});

it.each(['zh', 'en'] as const)('no label of a card stands for two things (%s)', (language) => {
  setCurrentLanguage(language);
  const own = [TEXT.about, TEXT.openedAt, TEXT.due, TEXT.outcome, TEXT.note, TEXT.closedBy, TEXT.closedAt];
  const labels = [...own, ...Object.values(TASK_FACT_LABELS)];
  setCurrentLanguage('zh');
  expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
});
