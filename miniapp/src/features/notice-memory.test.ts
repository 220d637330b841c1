import { answerForTemplate, answerOfFailure } from '../platform/subscribe-answer';
import { createNoticeMemory } from './notice-memory';

const DAY_MS = 24 * 60 * 60 * 1000;

function harness(stored?: unknown) {
  const values = new Map<string, unknown>(stored === undefined ? [] : [['notice-answers', stored]]);
  let time = Date.UTC(2026, 10, 22);
  const storage = {
    read: (key: string) => values.get(key) ?? '',
    write: (key: string, value: unknown) => void values.set(key, value),
    remove: (key: string) => void values.delete(key),
  };
  const memory = createNoticeMemory(storage, () => time);
  return { memory, pass: (ms: number) => (time += ms), again: () => createNoticeMemory(storage, () => time) };
}

describe('the memory of message permissions', () => {
  it('asks at first, again after each acceptance, and never without a template', () => {
    const { memory } = harness();
    expect(memory.mayAsk('review')).toBe(true);
    memory.remember('review', 'accept');
    expect(memory.mayAsk('review')).toBe(true);
    expect(memory.mayAsk('')).toBe(false);
  });

  it('offers beside a step only until it is accepted, and again when that message may have come', () => {
    const { memory, pass, again } = harness();
    expect(memory.mayOffer('ending')).toBe(true);
    memory.remember('ending', 'accept');
    expect(memory.mayOffer('ending')).toBe(false);
    expect(memory.mayOffer('another')).toBe(true);
    pass(30 * DAY_MS - 1);
    expect(again().mayOffer('ending')).toBe(false);
    pass(1);
    expect(again().mayOffer('ending')).toBe(true);
    memory.remember('ending', 'ban');
    pass(89 * DAY_MS);
    expect(memory.mayOffer('ending')).toBe(false);
    expect(memory.mayOffer('')).toBe(false);
  });

  it.each([
    ['reject', 30],
    ['off', 30],
    ['ban', 90],
    ['filter', 90],
  ] as const)('does not nag after %s for %d days, also after a restart', (answer, days) => {
    const { memory, pass, again } = harness();
    memory.remember('review', answer);
    pass(days * DAY_MS - 1);
    expect(again().mayAsk('review')).toBe(false);
    expect(again().mayAsk('another')).toBe(true);
    pass(1);
    expect(again().mayAsk('review')).toBe(true);
  });

  it('keeps the answer when asking failed, and survives spoilt storage', () => {
    const { memory } = harness({ review: { answer: 'nonsense', at: 1 } });
    expect(memory.mayAsk('review')).toBe(true);
    expect(memory.mayOffer('review')).toBe(true);
    memory.remember('review', 'reject');
    memory.remember('review', 'failed');
    expect(memory.mayAsk('review')).toBe(false);
    expect(harness('spoilt').memory.mayAsk('review')).toBe(true);
  });
});

describe("WeChat's answer to a request for messages", () => {
  it.each([
    [{ errMsg: 'requestSubscribeMessage:ok', review: 'accept' }, 'accept'],
    [{ review: 'acceptWithAudio' }, 'accept'],
    [{ review: 'reject' }, 'reject'],
    [{ review: 'ban' }, 'ban'],
    [{ review: 'filter' }, 'filter'],
    [{ other: 'accept' }, 'failed'],
    [null, 'failed'],
  ])('reads %o as %s', (result, answer) => {
    expect(answerForTemplate(result, 'review')).toBe(answer);
  });

  it.each([
    [{ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 }, 'off'],
    [{ errMsg: 'requestSubscribeMessage:fail:The main switch is switched off' }, 'off'],
    [{ errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.', errCode: 10005 }, 'failed'],
    [{ errCode: 20001 }, 'failed'],
    [undefined, 'failed'],
  ])('reads the failure %o as %s', (failure, answer) => {
    expect(answerOfFailure(failure)).toBe(answer);
  });
});
