import { AppError } from '@acceptance/shared';
import { NetworkError } from './network-error';
import { FIRST_TIMEOUT_MS, refreshPatiently } from './refresh-patiently';

/** A server that fails in turn with these errors, then answers. */
function failing(...errors: Error[]) {
  const send = jest.fn(async (_timeoutMs?: number) => {
    const error = errors.shift();
    if (error) {
      throw error;
    }
    return 'tokens';
  });
  return { send, timeouts: () => send.mock.calls.map(([timeoutMs]) => timeoutMs) };
}

describe('refreshing', () => {
  it('asks once when there is an answer', async () => {
    const { send, timeouts } = failing();
    await expect(refreshPatiently(send)).resolves.toBe('tokens');
    expect(timeouts()).toEqual([FIRST_TIMEOUT_MS]);
  });

  it.each([new NetworkError('timeout'), new NetworkError('offline'), new AppError('server.unavailable')])(
    'asks once more at once, and waits longer, after: %s',
    async (error) => {
      const { send, timeouts } = failing(error);
      await expect(refreshPatiently(send)).resolves.toBe('tokens');
      expect(timeouts()).toEqual([FIRST_TIMEOUT_MS, undefined]);
    },
  );

  it('takes a refusal as it is', async () => {
    const { send, timeouts } = failing(new AppError('auth.session_expired'));
    await expect(refreshPatiently(send)).rejects.toMatchObject({ code: 'auth.session_expired' });
    expect(timeouts()).toHaveLength(1);
  });

  it('gives up when the second try gets no answer either', async () => {
    const { send, timeouts } = failing(new NetworkError('timeout'), new NetworkError('offline'));
    await expect(refreshPatiently(send)).rejects.toMatchObject({ reason: 'offline' });
    expect(timeouts()).toHaveLength(2);
  });
});
