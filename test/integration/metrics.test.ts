import type { Server } from 'node:http';
import { endpoints } from '@acceptance/shared';
import { Types } from 'mongoose';
import { outboxEntry } from '../../bff/src/database/outbox';
import { fittingDocument } from '../../bff/src/database/validators/testing/sample-documents';
import { validatorsOf } from '../../bff/src/database/validators/validators';
import { TASK_JOBS } from '../../bff/src/jobs/task-jobs';
import { createMetricsServer } from '../../bff/src/metrics/metrics-server';
import { CONTRACT_JOBS } from '../../bff/src/modules/contracts/contract-jobs';
import { WATCHED } from '../../scripts/deploy/monitoring/watched';
import { newStory } from '../../scripts/story/walk-story';
import { outcomeOf } from '../support/expect-error';
import { originOf, readMetricsText, seriesValue } from '../support/metrics-text';
import { jsonBody, rawRequest } from '../support/raw-request';
import { newClient, nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
let server: Server;
let origin: string;

beforeAll(async () => {
  const { metrics, logger } = system().container();
  server = createMetricsServer(metrics, logger);
  origin = await originOf(server);
});
afterAll(() => new Promise((closed) => server.close(closed)));

/** What Prometheus would read, after what was read before has lost its time. */
async function scrape() {
  system().clock.advance(5000);
  const answer = await fetch(`${origin}/metrics`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
  const text = await answer.text();
  const series = readMetricsText(text);
  return { text, series, of: (name: string, labels = {}) => seriesValue(series, name, labels) };
}

/** A contract that cannot be made: its name has a character that the font lacks. */
async function signUnprintable() {
  const { contractMaker } = system().container();
  const person = { ...nextPerson(), name: '张\u{2ebf0}' };
  const looked = jest.spyOn(contractMaker, 'missingCharacters').mockReturnValue([]);
  const context = await takeSteps(
    newStory(system().world, { person }),
    ...(['sign-in', 'start', 'particulars', 'identity', 'id-card', 'consent', 'signature'] as const),
  );
  looked.mockRestore();
  await context.applicant.call(endpoints.contracts.signContract, { params: paramsOf(context) });
}

describe('/metrics', () => {
  it('is not on the public port, and its own port answers nothing else', async () => {
    for (const path of ['/metrics', '/api/metrics']) {
      expect([path, (await fetch(`${system().origin}${path}`)).status]).toEqual([path, 404]);
    }
    for (const path of ['/', '/api/healthz', '/metrics/', '/metrics?of=somebody']) {
      expect([path, (await fetch(`${origin}${path}`)).status]).toEqual([path, 404]);
    }
    expect((await fetch(`${origin}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('counts calls by endpoint and class, errors by code, and what is not there as one', async () => {
    const settings = { endpoint: endpoints.public.readSettings.id, method: 'GET' };
    const codes = { endpoint: endpoints.auth.requestSmsCode.id };
    const before = await scrape();
    await rawRequest(system(), 'GET', '/public/settings');
    await rawRequest(system(), 'POST', '/auth/sms-codes', jsonBody({ phone: 'no number' }));
    await rawRequest(system(), 'GET', `/nowhere/${nextPerson().phone}`);
    const after = await scrape();
    const more = (name: string, labels: Record<string, string>) =>
      (after.of(name, labels) ?? 0) - (before.of(name, labels) ?? 0);
    expect(more('bff_requests_total', { ...settings, status: '2xx' })).toBe(1);
    expect(more('bff_request_duration_seconds_count', settings)).toBe(1);
    expect(more('bff_request_duration_seconds_bucket', { ...settings, le: '+Inf' })).toBe(1);
    expect(more('bff_requests_total', { ...codes, method: 'POST', status: '4xx' })).toBe(1);
    expect(more('bff_request_errors_total', { ...codes, code: 'request.invalid' })).toBe(1);
    expect(more('bff_request_errors_total', { endpoint: 'none', code: 'request.not_found' })).toBe(1);
  });

  it('shows what waits in a lane and since when, of all queues, and what nobody here handles', async () => {
    const { connection, orders, phoneChanges } = system().container();
    const { order } = await walkTo(system(), 'start');
    // What the projects of the seed have left to do is done.
    await system().settle();
    const _id = new Types.ObjectId(order?.id);
    const since = (seconds: number) => new Date(system().clock.now().getTime() - seconds * 1000);
    // As if written by another process: nobody wakes the dispatcher of this one.
    const ofOrder = [
      outboxEntry(CONTRACT_JOBS.sealContract, since(85)),
      outboxEntry(CONTRACT_JOBS.sealContract, since(-60)),
      outboxEntry({ name: 'of-another-version' }, since(15)),
    ];
    const ofChange = [outboxEntry(TASK_JOBS.openTask, since(25)), outboxEntry(TASK_JOBS.settleTask, since(5))];
    await orders.collection.updateOne({ _id }, { $set: { outbox: ofOrder } });
    const { schema } = validatorsOf(connection).find(({ collection }) => collection === 'phone_changes')!;
    await phoneChanges.collection.insertOne({ ...fittingDocument(schema), _id, outbox: ofChange } as never);
    const { of } = await scrape();
    await orders.collection.updateOne({ _id }, { $set: { outbox: [] } });
    await phoneChanges.collection.deleteOne({ _id });
    const lane = (name: string) =>
      ['bff_jobs_waiting', 'bff_jobs_oldest_due_seconds'].map((metric) => of(metric, { lane: name }));
    expect(lane('sealing')).toEqual([1, 90]);
    expect(lane('tasks')).toEqual([2, 30]);
    expect(lane('unhandled')).toEqual([1, 20]);
    expect(lane('money')).toEqual([0, 0]);
    expect((await scrape()).of('bff_jobs_waiting', { lane: 'sealing' })).toBe(0);
  });

  it('shows a job that was given up, and its task, also when its time is over', async () => {
    const { lane, name: job } = CONTRACT_JOBS.sealContract;
    const unsealed = { kind: 'contract-not-sealed' };
    const before = await scrape();
    await signUnprintable();
    await system().settle();
    const after = await scrape();
    const numbersOf = ({ of }: typeof after) => ({
      givenUp: of('bff_jobs_given_up_total', { lane, job }),
      runs: of('bff_job_runs_total', { lane, job, outcome: 'given-up' }),
      running: of('bff_jobs_running', { lane }),
      open: of('bff_tasks_open', unsealed),
      overdue: of('bff_tasks_overdue', unsealed),
    });
    expect(numbersOf(before)).toEqual({ givenUp: 0, runs: undefined, running: 0, open: 0, overdue: 0 });
    expect(numbersOf(after)).toEqual({ givenUp: 1, runs: 1, running: 0, open: 1, overdue: 0 });
    system().clock.advance(30 * 86_400_000);
    expect(numbersOf(await scrape())).toMatchObject({ open: 1, overdue: 1 });
  });

  it('shows a breaker that opens, lets one call try, and closes', async () => {
    const sms = { remote: 'sms' };
    const ask = () =>
      outcomeOf(newClient(system()).call(endpoints.auth.requestSmsCode, { body: { phone: nextPerson().phone } }));
    expect((await scrape()).of('bff_remote_breaker_state', sms)).toBe(0);
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    for (let call = 0; call < 9; call += 1) {
      await ask();
    }
    const open = await scrape();
    expect([open.of('bff_remote_breaker_state', sms), open.of('bff_remote_breaker_opened_total', sms)]).toEqual([2, 1]);
    expect(open.of('bff_remote_breaker_state', { remote: 'wechat' })).toBe(0);
    system().clock.advance(10_000);
    expect((await scrape()).of('bff_remote_breaker_state', sms)).toBe(1);
    system().standIns.faults.reset();
    expect(await ask()).toBe('ok');
    expect((await scrape()).of('bff_remote_breaker_state', sms)).toBe(0);
  });

  it('reads outboxes and tasks once, however many scrapes come at that time', async () => {
    const { orders, tasks } = system().container();
    const reads = [jest.spyOn(orders, 'aggregate'), jest.spyOn(tasks, 'aggregate')];
    await scrape();
    await Promise.all([1, 2, 3, 4, 5].map(() => fetch(`${origin}/metrics`)));
    expect(reads.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    for (const read of reads) {
      read.mockRestore();
    }
  });

  it('says that the database is away, and all that is known without it', async () => {
    const { orders } = system().container();
    const away = jest.spyOn(orders, 'aggregate').mockImplementation(() => {
      throw new Error('away');
    });
    const { of } = await scrape();
    away.mockRestore();
    expect(of('bff_metrics_reads_failed_total', { source: 'outboxes' })).toBe(1);
    expect(of('bff_jobs_waiting', { lane: 'money' })).toBeUndefined();
    expect(of('bff_tasks_open', { kind: 'contract-not-sealed' })).toBe(1);
    expect((await scrape()).of('bff_jobs_waiting', { lane: 'money' })).toBe(0);
  });

  it('shows the process: event loop, memory, threads, passwords, connections, days of certificates', async () => {
    const { of } = await scrape();
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'nodejs_heap_size_used_bytes',
    ]) {
      expect([name, of(name)]).toEqual([name, expect.any(Number)]);
    }
    for (const pool of ['photos', 'signatures']) {
      expect([of('bff_workers_running', { pool }), of('bff_workers_waiting', { pool })]).toEqual([0, 0]);
    }
    expect([of('bff_password_hashes_running'), of('bff_password_hashes_waiting')]).toEqual([0, 0]);
    expect(of('bff_database_connections')).toBeGreaterThan(0);
    expect([of('bff_database_connections_in_use'), of('bff_database_checkouts_waiting')]).toEqual([0, 0]);
    expect(of('bff_credential_days_left', { credential: 'contract signing certificate' })).toBeGreaterThan(0);
  });

  it('has each metric that the operator watches, with the labels that are told of, and none of ours that nobody watches', async () => {
    await walkTo(system(), 'sign-in');
    await rawRequest(system(), 'GET', '/nowhere');
    const { text, series } = await scrape();
    const names = [...text.matchAll(/^# TYPE (\w+) /gm)].map(([, name = '']) => name);
    const watched = WATCHED.flatMap(({ metrics }) => metrics);
    expect(watched.map(({ metric }) => metric).filter((metric) => !names.includes(metric))).toEqual([]);
    const ours = names.filter((name) => name.startsWith('bff_'));
    expect(ours.filter((name) => !watched.some(({ metric }) => metric === name))).toEqual([]);
    const labelsOf = (metric: string) => {
      const one = series.find(({ name }) => [metric, `${metric}_count`].includes(name));
      return one && Object.keys(one.labels).sort();
    };
    const told = watched.map(({ metric, labels }) => [metric, [...labels].sort()]);
    // Nothing may have been collected yet.
    const collected = told.filter(([metric]) => labelsOf(String(metric)));
    expect(collected.length).toBeGreaterThan(watched.length - 3);
    expect(collected.map(([metric]) => [metric, labelsOf(String(metric))])).toEqual(collected);
  });

  it('names nobody, whatever people have done: no number, name, id or token is in it', async () => {
    const { person, order } = await walkTo(system(), 'review');
    const { text, series } = await scrape();
    for (const secret of [person.phone, person.name, person.idNumber, order?.id, order?.orderNumber]) {
      expect(secret).toBeTruthy();
      expect(text).not.toContain(secret);
    }
    const values = [...new Set(series.flatMap(({ labels }) => Object.values(labels)))];
    expect(values.length).toBeGreaterThan(50);
    expect(values.filter((value) => /\d{6}|[0-9a-f]{16}|[^\x20-\x7e]|@/.test(value))).toEqual([]);
  });
});
