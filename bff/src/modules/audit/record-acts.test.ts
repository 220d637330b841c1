import { AppError, endpoints } from '@acceptance/shared';
import type { Logger } from 'pino';
import type { Act } from './audit-record';
import { createActRecorder } from './record-acts';
import { createRefusalGate } from './refusal-gate';
import { ACCOUNT_ID, applicantActor, ORDER_ID, STAFF_ID, sampleCall } from './testing/sample-call';

const MINUTE_LATER = new Date('2026-11-23T02:01:00.000Z');

function world({ fails = false } = {}) {
  const acts: Act[] = [];
  const counted: Act[] = [];
  const errors: unknown[] = [];
  const recorder = createActRecorder({
    auditLog: {
      async append(act) {
        if (fails) {
          throw new AppError('server.unavailable');
        }
        acts.push(act);
      },
    },
    async countAct(act) {
      if (fails) {
        throw new AppError('server.unavailable');
      }
      counted.push(act);
    },
    gate: createRefusalGate({ windowMs: 60_000, perCaller: 3, anonymous: 100, callers: 100 }),
    keyedHash: (value, purpose) => `${purpose}#${value.length}`,
    logger: { error: (fields: unknown) => errors.push(fields) } as unknown as Logger,
  });
  return { acts, counted, errors, recorder };
}

describe('a recorded call', () => {
  it('holds who, what, when, from where and the outcome', async () => {
    const { acts, recorder } = world();
    await recorder.recordCall(sampleCall());
    expect(acts).toEqual([
      {
        at: new Date('2026-11-23T02:00:00.000Z'),
        actor: { kind: 'staff', id: STAFF_ID, role: 'reviewer' },
        action: 'staff.readOrderFile',
        object: 'file:fedcba9876543210fedcba98',
        partOf: `order:${ORDER_ID}`,
        address: 'audit.address#11',
        outcome: 'done',
        requestId: '6f1ed002-ab55-4c2f-9a6b-000000000000',
        subjects: [],
        notes: { callerRoles: 'reviewer+finance' },
      },
    ]);
  });

  it('holds what the caller typed of somebody as a keyed hash, also when it was refused, and what was noted', async () => {
    const { acts, recorder } = world();
    const body = { phone: '19900000001', code: '000000' };
    const endpoint = endpoints.auth.signInWithSmsCode;
    const call = sampleCall({ endpoint, actor: null, params: undefined, body, notes: { revision: 4 } });
    await recorder.recordCall({ ...call, outcome: 'auth.code_wrong' });
    expect(acts).toMatchObject([{ subjects: ['phone:audit.subject.phone#11'], notes: { revision: 4 } }]);
    expect(JSON.stringify(acts)).not.toContain('19900000001');
  });

  it('holds a request id that the caller has brought only as a hash', async () => {
    const { acts, recorder } = world();
    await recorder.recordCall(sampleCall({ requestId: '110105194912310020' }));
    expect(acts[0]!.requestId).toBe('audit.request-id#18');
  });

  it('is the provider’s only when it was accepted', async () => {
    const { acts, recorder } = world();
    const call = sampleCall({ endpoint: endpoints.callbacks.weChatPay, actor: null, params: undefined });
    await recorder.recordCall(call);
    await recorder.recordCall({ ...call, outcome: 'callbacks.signature_invalid' });
    expect(acts.map(({ actor }) => actor)).toEqual([
      { kind: 'provider', id: 'weChatPay', role: null },
      { kind: 'anonymous', id: null, role: null },
    ]);
  });

  it('names an applicant who tried what is for the staff', async () => {
    const { acts, recorder } = world();
    await recorder.recordCall(sampleCall({ actor: applicantActor, params: undefined, outcome: 'auth.forbidden' }));
    expect(acts).toMatchObject([
      { actor: { kind: 'applicant', id: ACCOUNT_ID, role: null }, outcome: 'auth.forbidden' },
    ]);
  });

  it('is not made of reading what is not personal', async () => {
    const { acts, recorder } = world();
    await recorder.recordCall(sampleCall({ endpoint: endpoints.staff.listQueue }));
    await recorder.recordCall(sampleCall({ endpoint: endpoints.system.readHealth }));
    expect(acts).toEqual([]);
  });

  it('is counted where a program repeats it; refused it is recorded as any other', async () => {
    const { acts, counted, recorder } = world();
    const save = sampleCall({
      endpoint: endpoints.orders.saveForm,
      actor: applicantActor,
      params: { orderId: ORDER_ID },
    });
    await recorder.recordCall(save);
    await recorder.recordCall({ ...save, outcome: 'orders.not_editable' });
    expect(counted).toMatchObject([{ action: 'orders.saveForm', object: `order:${ORDER_ID}`, outcome: 'done' }]);
    expect(acts).toMatchObject([{ action: 'orders.saveForm', outcome: 'orders.not_editable' }]);
    await expect(world({ fails: true }).recorder.recordCall(save)).rejects.toMatchObject({
      code: 'server.unavailable',
    });
  });

  it('fails the call when it cannot be stored, but not a refusal', async () => {
    const { errors, recorder } = world({ fails: true });
    await expect(recorder.recordCall(sampleCall())).rejects.toMatchObject({ code: 'server.unavailable' });
    await recorder.recordCall(sampleCall({ outcome: 'orders.not_found' }));
    expect(errors).toEqual([{ requestId: expect.any(String), endpoint: 'staff.readOrderFile' }]);
  });
});

describe('a flood of refusals', () => {
  it('is recorded by its first entries and one count', async () => {
    const { acts, recorder } = world();
    for (let index = 0; index < 50; index += 1) {
      await recorder.recordCall(sampleCall({ actor: null, params: undefined, outcome: 'auth.required' }));
    }
    expect(acts.map(({ outcome }) => outcome)).toEqual(['auth.required', 'auth.required', 'auth.required']);
    await recorder.recordWithheld(MINUTE_LATER);
    expect(acts).toHaveLength(4);
    expect(acts[3]).toMatchObject({
      at: MINUTE_LATER,
      actor: { kind: 'anonymous', id: null },
      action: 'audit.refusalsWithheld',
      address: 'audit.address#11',
      outcome: 'count:47',
    });
  });

  it('that the rate limiter refuses is one entry, for reaching the limit, and one count', async () => {
    const { acts, recorder } = world();
    const endpoint = endpoints.auth.requestSmsCode;
    const limit = endpoint.rateLimit!.limit;
    for (let callsInWindow = limit + 1; callsInWindow <= limit + 20; callsInWindow += 1) {
      const call = { endpoint, actor: null, params: undefined, callsInWindow };
      await recorder.recordCall(sampleCall({ ...call, outcome: 'request.too_frequent' }));
    }
    await recorder.recordWithheld(MINUTE_LATER, true);
    expect(acts.map(({ outcome }) => outcome)).toEqual(['request.too_frequent', 'count:19']);
  });

  it('never keeps an accepted call from being recorded', async () => {
    const { acts, recorder } = world();
    for (let index = 0; index < 50; index += 1) {
      await recorder.recordCall(sampleCall({ outcome: 'orders.not_found' }));
    }
    await recorder.recordCall(sampleCall());
    expect(acts.at(-1)!.outcome).toBe('done');
  });

  it('whose count cannot be stored is logged', async () => {
    const { errors, recorder } = world({ fails: true });
    for (let index = 0; index < 4; index += 1) {
      await recorder.recordCall(sampleCall({ outcome: 'orders.not_found' }));
    }
    await recorder.recordWithheld(MINUTE_LATER);
    expect(errors.at(-1)).toEqual({ failed: 1 });
  });
});

describe('a recorded job', () => {
  it('is an act of the system on the order', async () => {
    const { acts, recorder } = world();
    await recorder.recordJob({ at: MINUTE_LATER, object: `order:${ORDER_ID}`, job: 'seal-contract', outcome: 'done' });
    expect(acts).toMatchObject([
      {
        actor: { kind: 'system', id: 'dispatcher', role: null },
        action: 'job.seal-contract',
        object: `order:${ORDER_ID}`,
        outcome: 'done',
      },
    ]);
  });
});
