import { type AnyEndpoint, allEndpoints, endpoints, isAudited, TERMS_VERSION } from '@acceptance/shared';
import { type AuditRecord, actsOn } from '../../bff/src/modules/audit';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { auditEntries, recordedBy, verifyAudit } from '../support/audit-records';
import { expectError, outcomeOf } from '../support/expect-error';
import { approvedOrder, payFor } from '../support/paying';
import { bearer, jsonBody, rawRequest } from '../support/raw-request';
import { storedAccount } from '../support/stored-state';
import { meet, nextPerson, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const ORDER_ID = '0123456789abcdef01234567';

describe('the acts of a whole application', () => {
  it('are recorded once each, with who did what to what, and form one unbroken chain', async () => {
    let orderId = '';
    const recorded = await recordedBy(system(), async () => {
      orderId = orderOf(await walkTo(system(), 'pay')).id;
      await system().settle();
    });
    const order = `order:${orderId}`;
    const done = recorded.filter(({ object, partOf }) => object === order || partOf === order);
    const once = ['orders.createOrder', 'contracts.recordConsent', 'contracts.signContract', 'job.seal-contract'];
    for (const action of [...once, 'orders.submitOrder', 'staff.approveOrder', 'payments.startPayment']) {
      expect({ action, records: done.filter((record) => record.action === action).length }).toEqual({
        action,
        records: 1,
      });
    }
    const kinds = new Set(recorded.map(({ actor }) => actor.kind));
    expect([...kinds].sort()).toEqual(['anonymous', 'applicant', 'provider', 'staff', 'system']);
    expect(await verifyAudit(system())).toMatchObject({ brokenLink: null, outside: 0 });
  });

  it('can be read for one object, page by page', async () => {
    const context = await walkTo(system(), 'id-card');
    const object = `order:${orderOf(context).id}`;
    const whole = await actsOn(auditEntries(system()), object);
    expect(whole.next).toBeNull();
    expect(whole.items.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['orders.createOrder', 'files.uploadFile', 'orders.saveIdCard']),
    );
    const pages: AuditRecord[] = [];
    let after: number | null = 0;
    while (after !== null) {
      const page: Awaited<ReturnType<typeof actsOn>> = await actsOn(auditEntries(system()), object, {
        after,
        limit: 2,
      });
      pages.push(...page.items);
      after = page.next;
    }
    expect(pages).toEqual(whole.items);
  });
});

describe('single acts', () => {
  it('of an applicant: a look at the own photo is recorded, reading the order is not', async () => {
    const context = await walkTo(system(), 'id-card');
    const { id } = await storedAccount(system(), context).then(({ _id }) => ({ id: _id.toHexString() }));
    const fileId = orderOf(context).idCard.front!.id;
    const recorded = await recordedBy(system(), async () => {
      await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
      await context.applicant.call(endpoints.files.readFile, { params: { fileId } });
    });
    expect(recorded).toMatchObject([
      {
        at: system().clock.now(),
        actor: { kind: 'applicant', id, role: null },
        action: 'files.readFile',
        object: `file:${fileId}`,
        outcome: 'done',
      },
    ]);
  });

  it('of a provider: a payment notification', async () => {
    const context = await approvedOrder(system());
    const recorded = await recordedBy(system(), () => payFor(system(), context));
    expect(recorded.map(({ actor, action, outcome }) => `${actor.kind} ${action} ${outcome}`)).toEqual(
      expect.arrayContaining([
        'applicant payments.startPayment done',
        'provider callbacks.weChatPay done',
        'system job.notify-payment-received done',
      ]),
    );
  });

  it('of a job that fails, with the code of its failure', async () => {
    const context = await walkTo(system(), 'review');
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error', times: 1 });
    const body = asShown(context.reviewed!);
    const recorded = await recordedBy(system(), async () => {
      await context.staff.call(endpoints.staff.approveOrder, { params: paramsOf(context), body });
      await system().settle();
      system().clock.advance(60_000);
      await system().settle();
    });
    const runs = recorded.filter(({ action }) => action === 'job.notify-review-result');
    expect(runs.map(({ outcome }) => outcome)).toEqual(['server.unavailable', 'done']);
  });
});

describe('refusals', () => {
  it('are recorded once, with their code and who was refused', async () => {
    const owner = await walkTo(system(), 'start');
    const stranger = await meet(system(), 'sign-in', 'identity');
    const { _id } = await storedAccount(system(), stranger);
    const params = paramsOf(owner);
    const recorded = await recordedBy(system(), async () => {
      await expectError(() => stranger.applicant.call(endpoints.orders.submitOrder, { params }), 'orders.not_found');
      const body = { revision: 1 };
      await rawRequest(
        system(),
        'POST',
        `/staff/orders/${params.orderId}/approval`,
        jsonBody(body, bearer(stranger.applicant.accessToken)),
      );
      await rawRequest(system(), 'POST', `/staff/orders/${params.orderId}/approval`, jsonBody(body));
    });
    const applicant = { kind: 'applicant', id: _id.toHexString(), role: null };
    expect(recorded).toMatchObject([
      {
        actor: applicant,
        action: 'orders.submitOrder',
        object: `order:${params.orderId}`,
        outcome: 'orders.not_found',
      },
      { actor: applicant, action: 'staff.approveOrder', outcome: 'auth.forbidden' },
      { actor: { kind: 'anonymous', id: null }, action: 'staff.approveOrder', outcome: 'auth.required' },
    ]);
  });

  it('in a flood fill neither the database nor the queue, and their number is not lost', async () => {
    system().clock.advance(60_000);
    const recorded = await recordedBy(system(), async () => {
      for (let round = 0; round < 10; round += 1) {
        const calls = Array.from({ length: 20 }, () => rawRequest(system(), 'POST', '/orders', jsonBody({})));
        await Promise.all(calls);
      }
      system().clock.advance(60_000);
      await system().settle();
    });
    const own = recorded.filter(({ action }) => action === 'orders.createOrder');
    const summaries = recorded.filter(({ action }) => action === 'audit.refusalsWithheld');
    expect(own).toHaveLength(30);
    expect(summaries.map(({ outcome }) => outcome)).toEqual(['count:170']);
    expect(summaries[0]!.address).toBe(own[0]!.address);
  });
});

describe('personal data', () => {
  it('is not in the log in clear, whatever a caller sends', async () => {
    const context: StoryContext = await walkTo(system(), 'submit');
    const { person } = context;
    const { idNumber, phone, name } = nextPerson();
    const headers = bearer(context.applicant.accessToken);
    await rawRequest(system(), 'PUT', `/orders/${idNumber}/form`, jsonBody({ name }, headers));
    await rawRequest(system(), 'DELETE', `/orders/${phone}`, { headers: { ...headers, 'x-request-id': idNumber } });
    const signIn = { phone, code: '000000', acceptedTermsVersion: TERMS_VERSION };
    await outcomeOf(context.applicant.call(endpoints.auth.signInWithSmsCode, { body: signIn }));
    const text = JSON.stringify(await auditEntries(system()).find().lean());
    const secrets = [person.name, person.phone, person.idNumber, person.unitName, idNumber, phone, name, '127.0.0.1'];
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain('auth.signInWithSmsCode');
  });
});

describe('every endpoint', () => {
  const methodAndPath = ({ method, path }: AnyEndpoint) => [method, path.replace(/:\w+/g, ORDER_ID)] as const;

  it.each(allEndpoints.map((endpoint) => [endpoint.id, endpoint] as const))('%s', async (id, endpoint) => {
    // A minute of its own for each: no refusal of one may be withheld for those of others.
    system().clock.advance(60_000);
    const [method, path] = methodAndPath(endpoint);
    const init = method === 'GET' ? {} : jsonBody({});
    const recorded = await recordedBy(system(), () => rawRequest(system(), method, path, init));
    const expected = isAudited(endpoint) ? [{ action: id, actor: { kind: 'anonymous', id: null, role: null } }] : [];
    expect(recorded).toMatchObject(expected);
    expect(recorded).toHaveLength(expected.length);
  });
});
