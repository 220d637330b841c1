import { noteAct } from '../http/act-notes';
import { PortError } from '../ports/port-error';
import { JobGivenUp, type JobHandler, type JobOutcome } from './job-handler';
import { entryOf, owner, SECOND, START, world } from './testing/dispatcher-world';
import { lookInMemory, outboxInMemory } from './testing/outbox-in-memory';

describe('the dispatcher', () => {
  it('runs what is due of all owners once, and removes it', async () => {
    const done: string[] = [];
    const owners = [
      owner('o1', entryOf('e1', 'tell'), entryOf('e2', 'tell', 60 * SECOND)),
      owner('o2', entryOf('e3', 'tell')),
    ];
    const tell: JobHandler = async ({ ownerId, entry }) => void done.push(`${ownerId} ${entry.id}`);
    const { dispatcher, advance } = world(owners, { tell });
    await dispatcher.drain();
    await dispatcher.drain();
    expect(done.sort()).toEqual(['o1 e1', 'o2 e3']);
    advance(60 * SECOND);
    await dispatcher.drain();
    expect(done).toContain('o1 e2');
    expect(owners.map(({ outbox }) => outbox)).toEqual([[], []]);
  });

  it('looks once for all lanes, and takes what it has seen due and nothing else', async () => {
    const store = outboxInMemory(owner('o1', entryOf('e1', 'book'), entryOf('e2', 'tell', 60 * SECOND)));
    const look = jest.fn(lookInMemory(store));
    const take = jest.spyOn(store, 'take');
    const lease = jest.spyOn(store, 'lease');
    const taken = () => take.mock.calls.map(([{ entry }]) => entry.id);
    const { dispatcher, advance } = world([], {}, store, look);
    await dispatcher.drain();
    expect(taken()).toEqual(['e1']);
    look.mockClear();
    await dispatcher.drain();
    expect(taken()).toEqual(['e1']);
    // Before the sweep and after it.
    expect(look).toHaveBeenCalledTimes(2);
    advance(60 * SECOND);
    await dispatcher.drain();
    expect(taken()).toEqual(['e1', 'e2']);
    expect(lease).not.toHaveBeenCalled();
  });

  it('leaves alone what another process has taken since the look, and goes on with the next', async () => {
    const done: string[] = [];
    const store = outboxInMemory(owner('o1', entryOf('e1', 'book')), owner('o2', entryOf('e2', 'book')));
    const before = store.seeDue(new Date(START));
    const request = { jobs: ['book'], at: new Date(START), until: new Date(START + SECOND), inTurn: false };
    await store.take(before[0]!, { ...request, leasedBy: 'the faster one' });
    const looks = [before, []];
    const look = async () => ({ due: () => looks.shift() ?? [], hold: null });
    const book: JobHandler = async ({ entry }) => void done.push(entry.id);
    await world([], { book }, store, look).dispatcher.drain();
    expect(done).toEqual(['e2']);
  });

  it('neither runs nor sweeps anything of a database that was put back', async () => {
    const store = outboxInMemory(owner('o1', entryOf('e1', 'book')));
    let hold: { stage: 'held' } | null = { stage: 'held' };
    const look = async () => ({ due: () => store.seeDue(new Date(START)), hold });
    const { dispatcher, runs, swept } = world([], {}, store, look);
    await dispatcher.drain();
    expect([runs, swept]).toEqual([[], []]);
    hold = null;
    await dispatcher.drain();
    expect(runs).toHaveLength(1);
    expect(swept).toHaveLength(1);
  });

  it('asks every lane where more is due than a look tells', async () => {
    const done: string[] = [];
    const store = outboxInMemory(owner('o1', entryOf('e1', 'tell'), entryOf('e2', 'book')));
    const book: JobHandler = async ({ entry }) => void done.push(entry.id);
    await world([], { tell: book, book }, store, async () => ({ due: () => null, hold: null })).dispatcher.drain();
    expect(done.sort()).toEqual(['e1', 'e2']);
  });

  it('records what a handler noted, also of a run that fails', async () => {
    const tell: JobHandler = async ({ ownerId }) => {
      noteAct({ owner: ownerId });
      if (ownerId === 'o2') {
        throw new Error('failed');
      }
    };
    const { dispatcher, runs } = world([owner('o1', entryOf('e1', 'tell')), owner('o2', entryOf('e2', 'tell'))], {
      tell,
    });
    await dispatcher.drain();
    expect(runs.map(({ object, notes }) => [object, notes]).sort()).toEqual([
      ['order:o1', { owner: 'o1' }],
      ['order:o2', { owner: 'o2' }],
    ]);
  });

  it('takes what is due longest first', async () => {
    const done: string[] = [];
    const owners = [owner('o1', entryOf('late', 'look', 2)), owner('o2', entryOf('early', 'look', 1))];
    const { dispatcher, advance } = world(owners, { look: async ({ entry }) => void done.push(entry.id) });
    advance(SECOND);
    await dispatcher.drain();
    expect(done).toEqual(['early', 'late']);
  });

  it('lets a lane that hangs hold up no other one', async () => {
    let answer = (): void => undefined;
    const silence = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const done: string[] = [];
    const hanging = Array.from({ length: 10 }, (_, index) => owner(`n${index}`, entryOf(`n${index}`, 'tell')));
    const owners = [...hanging, owner('paid', entryOf('p', 'book')), owner('signed', entryOf('s', 'seal'))];
    const { dispatcher } = world(owners, {
      tell: () => silence,
      book: async () => void done.push('booked'),
      seal: async () => void done.push('sealed'),
    });
    dispatcher.wake();
    while (done.length < 2) {
      await new Promise(setImmediate);
    }
    expect(done.sort()).toEqual(['booked', 'sealed']);
    expect(dispatcher.running('sms')).toBe(4);
    answer();
    await dispatcher.drain();
    expect(owners.flatMap(({ outbox }) => outbox)).toEqual([]);
  });

  it('runs at most as many of a lane at once as the lane has places', async () => {
    let running = 0;
    let most = 0;
    const owners = Array.from({ length: 12 }, (_, index) => owner(`o${index}`, entryOf(`e${index}`, 'book')));
    const { dispatcher } = world(owners, {
      book: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
      },
    });
    await dispatcher.drain();
    expect(most).toBe(4);
  });

  it('repeats what fails by its schedule, then hands it to a person with its reason, and never quotes the error', async () => {
    const owners = [owner('o1', entryOf('e1', 'look'))];
    const { dispatcher, advance, warnings, opened, runs } = world(owners, {
      look: () => Promise.reject<void>(new Error('张伟')),
    });
    const pauses: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      await dispatcher.drain();
      const pause = owners[0]!.outbox[0]!.availableAt.getTime() - START - pauses.reduce((sum, each) => sum + each, 0);
      pauses.push(pause);
      advance(pause);
    }
    expect(pauses).toEqual([SECOND, 5 * SECOND]);
    expect(opened).toEqual([]);
    await dispatcher.drain();
    expect(opened).toEqual([
      {
        kind: 'upkeep-failed',
        facts: { job: 'look', reason: 'Error', tries: 3 },
        redo: { queue: 'order', ownerId: 'o1', job: 'look', payload: { of: 'e1' } },
      },
    ]);
    expect(owners[0]!.outbox).toEqual([]);
    expect(runs.map(({ job, outcome }) => `${job} ${outcome}`)).toEqual([
      'look server.unexpected',
      'look server.unexpected',
      'look given-up:server.unexpected',
      'open-task done',
    ]);
    expect(JSON.stringify([warnings, opened])).not.toContain('张伟');
  });

  it.each([
    ['its handler says that repeating mends nothing', new JobGivenUp('signature-lost'), 'signature-lost'],
    [
      'the remote has answered that it will not do it',
      new PortError('payment-gateway', 'rejected', 'NOTENOUGH'),
      'NOTENOUGH',
    ],
  ])('gives a job up at once when %s', async (_why, error, reason) => {
    const owners = [owner('o1', entryOf('e1', 'seal'))];
    const { dispatcher, opened } = world(owners, { seal: () => Promise.reject<void>(error) });
    await dispatcher.drain();
    expect(opened).toMatchObject([{ facts: { reason, tries: 1, orderNumber: 'X-1' } }]);
    expect(owners[0]!.state).toEqual({ sealed: 'failed' });
  });

  it('does a given-up job again when a person asks, puts the owner back, and settles the task when it is done', async () => {
    const owners = [owner('o1', entryOf('e1', 'seal'))];
    let broken = true;
    const { dispatcher, opened, settled, requeue, now } = world(owners, {
      seal: async () => {
        if (broken) {
          throw new JobGivenUp('glyph-missing');
        }
      },
    });
    await dispatcher.drain();
    const redo = { queue: 'order', ownerId: 'o1', job: 'seal', payload: {} };
    await requeue(redo, { taskId: 't1', entryId: 'redo-t1', now: now() });
    await requeue(redo, { taskId: 't1', entryId: 'redo-t1', now: now() });
    expect(owners[0]!.outbox).toHaveLength(1);
    expect(owners[0]!.state).toEqual({ sealed: 'sealing' });
    await dispatcher.drain();
    expect(opened).toHaveLength(2);
    expect(settled).toEqual([]);
    broken = false;
    await requeue(redo, { taskId: 't1', entryId: 'redo-t1-again', now: now() });
    await dispatcher.drain();
    expect(settled).toEqual([{ taskId: 't1', outcome: 'redone' }]);
    expect(owners[0]!.outbox).toEqual([]);
  });

  it('tells how each run has ended, and of who has lost the lease nothing but that', async () => {
    const names = ['seal', 'book', 'look', 'tell'];
    const owners = names.map((job) => owner(`o-${job}`, entryOf(`e-${job}`, job)));
    const outcomes: JobOutcome[] = [{ again: new Date(START) }, undefined];
    const { dispatcher, counted } = world(owners, {
      seal: () => Promise.reject<void>(new JobGivenUp('signature-lost')),
      book: async () => outcomes.shift(),
      look: async () => {
        owners[2]!.outbox = owners[2]!.outbox.map((entry) => ({ ...entry, leasedBy: 'another process' }));
        throw new JobGivenUp('nothing');
      },
      tell: () => Promise.reject<void>(new Error('failed')),
    });
    await dispatcher.drain();
    const ends = ['book again', 'book done', 'look lost', 'open-task done', 'seal given-up', 'tell repeated'];
    expect(counted.sort()).toEqual(ends);
  });

  it('looks again at a job when it asks for it, without counting a try', async () => {
    const owners = [owner('o1', entryOf('e1', 'look'))];
    const outcomes: JobOutcome[] = [{ again: new Date(START + 60 * SECOND) }, undefined];
    const { dispatcher, advance, runs } = world(owners, { look: async () => outcomes.shift() });
    await dispatcher.drain();
    expect(owners[0]!.outbox).toMatchObject([{ availableAt: new Date(START + 60 * SECOND), tries: 0 }]);
    expect(runs).toEqual([]);
    advance(60 * SECOND);
    await dispatcher.drain();
    expect(owners[0]!.outbox).toEqual([]);
    expect(runs).toMatchObject([{ object: 'order:o1', job: 'look', outcome: 'done' }]);
  });

  it('aborts a run whose time is over, down to its signal, and repeats it', async () => {
    const owners = [owner('o1', entryOf('e1', 'brief'))];
    const reasons: unknown[] = [];
    const { dispatcher } = world(owners, {
      brief: ({ signal }) =>
        new Promise<void>((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reasons.push((signal.reason as Error).name);
            reject(signal.reason);
          });
        }),
    });
    await dispatcher.drain();
    expect(reasons).toEqual(['JobTimeout']);
    expect(owners[0]!.outbox).toMatchObject([{ tries: 1, leasedBy: null, availableAt: new Date(START + SECOND) }]);
  });

  it('cannot write the end of a job whose lease somebody else has by now', async () => {
    const owners = [owner('o1', entryOf('e1', 'look'))];
    const { dispatcher } = world(owners, {
      look: async () => {
        owners[0]!.outbox = owners[0]!.outbox.map((entry) => ({ ...entry, leasedBy: 'another process' }));
      },
    });
    await dispatcher.drain();
    expect(owners[0]!.outbox).toMatchObject([{ id: 'e1', leasedBy: 'another process' }]);
  });

  it('shares the jobs with other processes: each is run once', async () => {
    const owners = Array.from({ length: 30 }, (_, index) => owner(`o${index}`, entryOf(`e${index}`, 'book')));
    const store = outboxInMemory(...owners);
    const done: string[] = [];
    const book: JobHandler = async ({ entry }) => {
      await new Promise(setImmediate);
      done.push(entry.id);
    };
    const processes = [1, 2, 3].map(() => world(owners, { book }, store));
    await Promise.all(processes.map(({ dispatcher }) => dispatcher.drain()));
    expect(done.length).toBe(30);
    expect(new Set(done).size).toBe(30);
  });

  it('leaves jobs alone whose remote does not answer, and counts no try for them', async () => {
    const owners = Array.from({ length: 20 }, (_, index) => owner(`o${index}`, entryOf(`e${index}`, 'tell')));
    let isDown = true;
    let calls = 0;
    const { dispatcher, breakers, advance } = world(owners, {
      tell: () =>
        breakers.sms.run(async () => {
          calls += 1;
          if (isDown) {
            throw new PortError('sms-sender', 'unavailable', 'TIMEOUT');
          }
        }),
    });
    await dispatcher.drain();
    expect(breakers.sms.state()).toBe('open');
    const callsWhenOpened = calls;
    expect(callsWhenOpened).toBeLessThan(20);
    advance(5 * SECOND);
    await dispatcher.drain();
    expect(calls).toBe(callsWhenOpened);
    isDown = false;
    for (let waited = 0; waited < 6; waited += 1) {
      advance(10 * SECOND);
      await dispatcher.drain();
    }
    expect(breakers.sms.state()).toBe('closed');
    expect(owners.flatMap(({ outbox }) => outbox)).toEqual([]);
  });

  it('begins nothing after it was stopped, and lets what runs come to its end', async () => {
    let finish = (): void => undefined;
    const begun = new Promise<void>((resolveBegun) => {
      finish = resolveBegun;
    });
    const done: string[] = [];
    const owners = Array.from({ length: 8 }, (_, index) => owner(`o${index}`, entryOf(`e${index}`, 'book')));
    const { dispatcher } = world(owners, {
      book: async ({ entry }) => {
        await begun;
        done.push(entry.id);
      },
    });
    dispatcher.wake();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    const stopping = dispatcher.stop();
    finish();
    await stopping;
    expect(done.length).toBeLessThanOrEqual(4);
    expect(owners.flatMap(({ outbox }) => outbox).length).toBe(8 - done.length);
  });
});
