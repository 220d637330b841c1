import { PortError } from '../ports/port-error';
import { BREAKER_OPEN, type CircuitBreaker, createCircuitBreaker } from './circuit-breaker';

const OPEN_MS = 10_000;
let at: number;
let breaker: CircuitBreaker;
let opened: string[];
beforeEach(() => {
  at = Date.parse('2026-11-28T01:00:00Z');
  opened = [];
  breaker = createCircuitBreaker(
    'sms',
    () => new Date(at),
    (name) => opened.push(name),
  );
});

const silence = () => Promise.reject(new PortError('sms-sender', 'unavailable', 'TIMEOUT'));
const refusal = () => Promise.reject(new PortError('sms-sender', 'rejected', 'BAD-NUMBER'));
const fine = () => Promise.resolve('sent');
const wasNotCalled = { failure: 'unavailable', vendorCode: BREAKER_OPEN };

/** A call whose end the test decides. */
function callInHand() {
  let answer: (text: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const ended = new Promise<string>((resolve, reject) => {
    answer = resolve;
    fail = reject;
  });
  return {
    call: () => ended,
    answer: () => answer('sent'),
    fail: () => fail(new PortError('sms-sender', 'unavailable', 'TIMEOUT')),
  };
}

async function goSilent(times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await expect(breaker.run(silence)).rejects.toMatchObject({ vendorCode: 'TIMEOUT' });
  }
}

it('opens after eight calls in a row without an answer, and then calls nobody', async () => {
  await goSilent(7);
  expect(breaker.state()).toBe('closed');
  await goSilent(1);
  expect(breaker.state()).toBe('open');
  const call = jest.fn(fine);
  await expect(breaker.run(call)).rejects.toMatchObject(wasNotCalled);
  expect(call).not.toHaveBeenCalled();
});

it('takes a refusal for an answer: who refuses is there', async () => {
  await goSilent(7);
  await expect(breaker.run(refusal)).rejects.toMatchObject({ failure: 'rejected' });
  await goSilent(7);
  expect(breaker.state()).toBe('closed');
});

it('lets one call try after a pause: its success closes it, its failure opens it anew', async () => {
  await goSilent(8);
  at += OPEN_MS;
  expect(breaker.state()).toBe('half-open');
  await goSilent(1);
  expect(breaker.state()).toBe('open');
  at += OPEN_MS;
  await expect(breaker.run(fine)).resolves.toBe('sent');
  expect(breaker.state()).toBe('closed');
});

it('lets no second one try, not even when a call from before it opened ends meanwhile', async () => {
  const late = callInHand();
  const lateEnd = breaker.run(late.call).catch((error: unknown) => error);
  await goSilent(8);
  at += OPEN_MS;
  const probe = callInHand();
  const probeEnd = breaker.run(probe.call);
  await expect(breaker.run(fine)).rejects.toMatchObject(wasNotCalled);
  late.fail();
  await lateEnd;
  at += OPEN_MS;
  await expect(breaker.run(fine)).rejects.toMatchObject(wasNotCalled);
  probe.answer();
  await expect(probeEnd).resolves.toBe('sent');
  expect(breaker.state()).toBe('closed');
});

it('tells once of each time it opened, not of the calls that tried in vain meanwhile', async () => {
  await goSilent(7);
  expect(opened).toEqual([]);
  await goSilent(1);
  at += OPEN_MS;
  await goSilent(1);
  expect(opened).toEqual(['sms']);
  at += OPEN_MS;
  await breaker.run(fine);
  await goSilent(8);
  expect(opened).toEqual(['sms', 'sms']);
});
