import { createMetrics } from './create-metrics';
import { defineGauges } from './gauge-group';

const kinds = [{ name: 'seal', queue: 'order', lane: 'sealing', timeLimitMs: 1, retry: [], task: null }] as const;
const metrics = () => createMetrics({ kinds, now: () => new Date(0) });

const gauge = (source: string, name: string, read: () => number | Promise<number>) =>
  defineGauges({
    source,
    gauges: { [name]: { help: name } },
    read: async () => ({ [name]: [{ value: await read() }] }),
  });

/** The lines of one metric that are no comment. */
const linesOf = async (scraped: ReturnType<typeof metrics>, name: string) =>
  (await scraped.scrape()).text.split('\n').filter((line) => line.startsWith(name));

it('shows what can be read; what cannot is absent, and counted', async () => {
  const scraped = metrics();
  let isDown = true;
  scraped.addGauges([
    gauge('memory', 'in_memory', () => 7),
    gauge('store', 'in_store', () => (isDown ? Promise.reject(new Error('away')) : 3)),
  ]);
  expect(await linesOf(scraped, 'in_')).toEqual(['in_memory 7']);
  isDown = false;
  expect(await linesOf(scraped, 'in_')).toEqual(['in_memory 7', 'in_store 3']);
  isDown = true;
  expect(await linesOf(scraped, 'in_')).toEqual(['in_memory 7']);
  expect(await linesOf(scraped, 'bff_metrics_reads_failed_total{')).toEqual([
    'bff_metrics_reads_failed_total{source="memory"} 0',
    'bff_metrics_reads_failed_total{source="store"} 3',
  ]);
});

it('shows no series any more that was not read again', async () => {
  const scraped = metrics();
  let kind = 'one';
  scraped.addGauges([
    defineGauges({
      source: 'tasks',
      gauges: { open: { help: 'open', labels: ['kind'] } },
      read: () => ({ open: [{ labels: { kind }, value: 1 }] }),
    }),
  ]);
  expect(await linesOf(scraped, 'open')).toEqual(['open{kind="one"} 1']);
  kind = 'other';
  expect(await linesOf(scraped, 'open')).toEqual(['open{kind="other"} 1']);
});

it('begins what is given up and what opens at zero, so that the first one is an increase', async () => {
  const scraped = metrics();
  expect(await linesOf(scraped, 'bff_jobs_given_up_total')).toEqual([
    'bff_jobs_given_up_total{lane="sealing",job="seal"} 0',
  ]);
  expect(await linesOf(scraped, 'bff_remote_breaker_opened_total{remote="wechat-pay"}')).toHaveLength(1);
  scraped.countRun(kinds[0], 'given-up');
  scraped.countRun(kinds[0], 'done');
  expect(await linesOf(scraped, 'bff_jobs_given_up_total')).toEqual([
    'bff_jobs_given_up_total{lane="sealing",job="seal"} 1',
  ]);
});

it('counts two systems of one process apart', async () => {
  const [one, other] = [metrics(), metrics()];
  one.countCall({ endpoint: 'a.b', method: 'GET', status: 204, errorCode: undefined, seconds: 0.2 });
  expect(await linesOf(one, 'bff_requests_total')).toEqual([
    'bff_requests_total{endpoint="a.b",method="GET",status="2xx"} 1',
  ]);
  expect(await linesOf(other, 'bff_requests_total')).toEqual([]);
});
