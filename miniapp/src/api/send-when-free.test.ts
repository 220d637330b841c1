import { AppError } from '@acceptance/shared';
import { NetworkError } from './network-error';
import { sendWhenFree } from './send-when-free';

const busy = (seconds?: number) => new AppError('files.busy', { details: seconds === undefined ? {} : { seconds } });

/** Sends to a server that fails in turn with these errors, then answers; `pauses` in milliseconds. */
async function sendTo(errors: Error[]) {
  const pauses: number[] = [];
  const send = jest.fn(async () => {
    const error = errors.shift();
    if (error) {
      throw error;
    }
    return 'stored';
  });
  const wait = async (ms: number) => {
    pauses.push(ms);
  };
  const outcome = await sendWhenFree(send, { wait, random: () => 0.5 }).catch((error: unknown) => error);
  return { outcome, pauses, sent: send.mock.calls.length };
}

describe('sending a file', () => {
  it('once is enough when there is an answer', async () => {
    expect(await sendTo([])).toEqual({ outcome: 'stored', pauses: [], sent: 1 });
  });

  it('is repeated after the pause that a busy server asks for, the next time after a longer one', async () => {
    expect(await sendTo([busy(4), busy(4)])).toEqual({ outcome: 'stored', pauses: [6000, 10_000], sent: 3 });
  });

  it('waits five seconds for a server that does not say how long', async () => {
    expect(await sendTo([busy()])).toMatchObject({ outcome: 'stored', pauses: [7500] });
  });

  it('is given up after the fourth time, with what the server said', async () => {
    const { outcome, sent } = await sendTo([busy(4), busy(4), busy(4), busy(4), busy(4)]);
    expect(outcome).toMatchObject({ code: 'files.busy', next: expect.stringContaining('4 秒') });
    expect(sent).toBe(4);
  });

  it.each([new AppError('files.damaged'), new AppError('server.unavailable'), new NetworkError('timeout')])(
    'is not repeated after: %s',
    async (error) => {
      expect(await sendTo([error])).toEqual({ outcome: error, pauses: [], sent: 1 });
    },
  );
});
