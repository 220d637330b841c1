import { handleJobs } from './job-handler';
import { defineJobs } from './job-kind';
import { createJobRegistry } from './job-registry';
import { outboxInMemory } from './testing/outbox-in-memory';

const KINDS = defineJobs('order', {
  tell: { name: 'tell', lane: 'sms', timeLimitMs: 1000, retry: [1000], task: 'upkeep-failed' },
});

describe('the registry of jobs', () => {
  const store = outboxInMemory();
  const group = handleJobs(KINDS, () => ({ tell: async () => undefined }));

  it('refuses a kind with two handlers, and a queue that nobody brings', () => {
    expect(() => createJobRegistry([group, group], new Map([['order', store]]), {})).toThrow(/tell of order has two/);
    expect(() => createJobRegistry([group], new Map([['export', store]]), {})).toThrow(
      /no area brings the queue order/,
    );
  });

  it('says which job nobody handles', () => {
    const registry = createJobRegistry([group], new Map([['order', store]]), {});
    expect(() => registry.find('order', 'unheard-of')).toThrow('no handler for job unheard-of of order');
  });
});
