import { answerOf } from './answer-of';

describe('the answer of a call', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is what the call says', async () => {
    await expect(answerOf(Promise.resolve('a picture'))).resolves.toBe('a picture');
    await expect(answerOf(Promise.reject(new Error('create bitmap failed')))).rejects.toThrow('create bitmap failed');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('that never comes is a failure', async () => {
    const answer = answerOf(new Promise(() => undefined));
    const failed = expect(answer).rejects.toThrow('no answer came');
    await jest.runOnlyPendingTimersAsync();
    await failed;
  });
});
