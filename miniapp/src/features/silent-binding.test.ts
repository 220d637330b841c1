import { createSilentBinding } from './silent-binding';

const working = () => {
  const send = jest.fn(async (_code: string) => undefined);
  let codes = 0;
  const loginCode = jest.fn(async () => {
    codes += 1;
    return `code-${codes}`;
  });
  return { send, loginCode, binding: createSilentBinding({ send, loginCode }) };
};

describe('binding the openid silently', () => {
  it('happens once, also for calls at the same time', async () => {
    const { binding, send, loginCode } = working();
    await Promise.all([binding.bind(), binding.bind()]);
    await binding.bind();
    expect(send.mock.calls).toEqual([['code-1']]);
    expect(loginCode).toHaveBeenCalledTimes(1);
  });

  it('is tried again with a fresh code after a failure, and never throws', async () => {
    const { binding, send } = working();
    send.mockRejectedValueOnce(new Error('offline'));
    await binding.bind();
    await binding.bind();
    await binding.bind();
    expect(send.mock.calls).toEqual([['code-1'], ['code-2']]);
  });

  it('is tried again when WeChat gave no code', async () => {
    const send = jest.fn();
    const loginCode = jest.fn().mockResolvedValueOnce(null).mockResolvedValueOnce('code');
    const binding = createSilentBinding({ send, loginCode });
    await binding.bind();
    expect(send).not.toHaveBeenCalled();
    await binding.bind();
    expect(send).toHaveBeenCalledWith('code');
  });

  it('is not repeated after signing in by WeChat, but is done for the next person', async () => {
    const { binding, send } = working();
    binding.markBound();
    await binding.bind();
    expect(send).not.toHaveBeenCalled();
    binding.forget();
    await binding.bind();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('does not bind the next person to a code asked for by the last one', async () => {
    const send = jest.fn();
    const answers: ((code: string) => void)[] = [];
    const loginCode = () => new Promise<string>((resolve) => answers.push(resolve));
    const binding = createSilentBinding({ send, loginCode });
    const last = binding.bind();
    binding.forget();
    const next = binding.bind();
    answers[0]!('old');
    answers[1]!('new');
    await Promise.all([last, next]);
    expect(send.mock.calls).toEqual([['new']]);
  });
});
