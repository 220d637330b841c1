import { randomUUID } from 'node:crypto';
import { endpoints, type SuccessorKind } from '@acceptance/shared';
import { asShown } from '../../scripts/story/shown-to-reviewer';
import { orderOf } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import {
  goTo,
  handIn,
  lifeCycleOf,
  makeAtDesk,
  makeWith,
  newHolder,
  newKey,
  readCertificate,
  reviewAndPay,
  revokeAs,
  startSuccessor,
} from '../support/life-cycle-people';
import { paidOrder } from '../support/order-copies';
import { paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';

const system = useSystem();
const statusOf = (serialNumber: string | null) =>
  system()
    .container()
    .certificateAuthority.status(serialNumber ?? '');
const set = (settings: Record<string, unknown>) =>
  system().container().projects.updateOne({ _id: 'personal-signing' }, { $set: settings });

// Short enough that no clock goes on so far that what the contracts are sealed with ends.
beforeAll(() => set({ validityMonths: 3 }));

const letKeyStay = (renewalKey: 'may-stay' | 'changes') => set({ 'certificate.renewalKey': renewalKey });

describe('a renewal', () => {
  it('begins 60 days ahead at most, with everything filled in, and passes every gate of a first application', async () => {
    const holder = await newHolder(system());
    const { context, certificate } = holder;
    const first = orderOf(context);
    await expectError(
      () => startSuccessor(context, certificate.id, 'renewal'),
      'certificates.renewal_too_early',
      () => lifeCycleOf(context, certificate.id),
    );
    await goTo(system(), holder, 40);
    const draft = await startSuccessor(context, certificate.id, 'renewal');
    expect(draft).toMatchObject({
      kind: 'renewal',
      status: 'draft',
      origin: { certificateId: certificate.id, serialNumber: certificate.serialNumber },
      form: first.form,
      currentStep: 'papers',
      contract: { state: 'unread' },
      idCard: { front: null, back: null },
      signature: null,
    });
    await expectError(
      () => context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) }),
      'orders.incomplete',
      () => context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) }),
    );
    await handIn(context);
    await expectError(
      async () => makeWith(context, await newKey()),
      'certificates.not_ready',
      () => context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) }),
    );
    await reviewAndPay(context);
    const renewed = await makeWith(context, await newKey());
    // The term follows the old one's: whoever comes early loses nothing.
    expect(renewed).toMatchObject({ state: 'issued', subject: certificate.subject });
    expect(renewed?.notAfter?.slice(0, 10)).toBe('2027-05-23');
    expect(renewed?.serialNumber).not.toBe(certificate.serialNumber);
    await takeSteps(context, 'receive-certificate');
    // Both are good until the old one ends by itself.
    expect(await statusOf(certificate.serialNumber)).toEqual({ state: 'good' });
    expect(await statusOf(renewed!.serialNumber)).toEqual({ state: 'good' });
    expect(await lifeCycleOf(context, certificate.id)).toMatchObject({ orderInWork: null, successorId: renewed!.id });
    await expectError(
      () => startSuccessor(context, certificate.id, 'renewal'),
      'certificates.replaced',
      () => lifeCycleOf(context, certificate.id),
    );
  });

  it('costs what its project asks for its kind: said before it begins, printed in the contract, and paid', async () => {
    const holder = await newHolder(system());
    const { context, certificate } = holder;
    await goTo(system(), holder, 35);
    const feeOf = async (kind: SuccessorKind) =>
      (await lifeCycleOf(context, certificate.id)).options.find((option) => option.kind === kind)?.feeFen;
    const { priceFen } = orderOf(context).project;
    expect(await feeOf('renewal')).toBe(priceFen);
    await set({ kindPricesFen: { renewal: 1234 } });
    try {
      expect([await feeOf('renewal'), await feeOf('reissue-lost')]).toEqual([1234, priceFen]);
      const draft = await startSuccessor(context, certificate.id, 'renewal');
      expect(draft.project).not.toHaveProperty('kindPricesFen');
      // What was begun at a price keeps it.
      await set({ kindPricesFen: { renewal: 9999 } });
    } finally {
      await system()
        .container()
        .projects.updateOne({ _id: 'personal-signing' }, { $unset: { kindPricesFen: 1 } });
    }
    await handIn(context);
    const read = await context.applicant.call(endpoints.contracts.readContractText, { params: paramsOf(context) });
    expect(JSON.stringify(read)).toContain('12.34');
    await reviewAndPay(context);
    const { attempts } = (await system().container().orders.findById(orderOf(context).id).lean())!;
    expect(attempts).toMatchObject([{ amountFen: 1234, status: 'paid' }]);
    await system()
      .container()
      .projects.updateOne({ _id: 'personal-signing' }, { $set: { active: false } });
    try {
      expect(await feeOf('reissue-lost')).toBeNull();
    } finally {
      await system()
        .container()
        .projects.updateOne({ _id: 'personal-signing' }, { $set: { active: true } });
    }
  });

  it('is one at a time, whoever taps how often', async () => {
    const holder = await newHolder(system());
    const { context, certificate } = holder;
    await goTo(system(), holder, 30);
    const params = { certificateId: certificate.id };
    const start = (clientToken: string) =>
      context.applicant.call(endpoints.lifeCycle.startSuccessor, {
        params,
        body: { kind: 'renewal', understood: true, clientToken },
      });
    const token = randomUUID();
    const same = await Promise.all([start(token), start(token)]);
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    await expectError(
      () => start(randomUUID()),
      'certificates.in_work',
      () => lifeCycleOf(context, certificate.id),
    );
    await context.applicant.call(endpoints.orders.deleteDraft, { params: { orderId: same[0].id } });
    const others = await Promise.allSettled([start(randomUUID()), start(randomUUID()), start(randomUUID())]);
    expect(others.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await lifeCycleOf(context, certificate.id)).orderInWork?.kind).toBe('renewal');
  });

  it('keeps the key where the project lets it, once; otherwise a used key is refused', async () => {
    const holder = await newHolder(system());
    const { context, certificate, key } = holder;
    await goTo(system(), holder, 30);
    await startSuccessor(context, certificate.id, 'renewal');
    await reviewAndPay(await handIn(context));
    await expectError(
      () => makeWith(context, key),
      'certificates.key_used',
      () => context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) }),
    );
    const other = await newHolder(system());
    await goTo(system(), other, 30);
    await letKeyStay('may-stay');
    try {
      await startSuccessor(other.context, other.certificate.id, 'renewal');
    } finally {
      await letKeyStay('changes');
    }
    await reviewAndPay(await handIn(other.context));
    // Somebody else's key, and a key of this project's other certificates, stay used.
    await expectError(
      () => makeWith(other.context, key),
      'certificates.key_used',
      () => other.context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(other.context) }),
    );
    const renewed = await makeWith(other.context, other.key);
    expect(renewed).toMatchObject({ state: 'issued', publicKeySha256: other.certificate.publicKeySha256 });
    // xca #641: with the key kept, the two are told apart by their numbers, and revoking one leaves the other.
    expect(renewed!.serialNumber).not.toBe(other.certificate.serialNumber);
    await revokeAs(system(), other.context, other.certificate.id, 'superseded');
    expect(await statusOf(other.certificate.serialNumber)).toMatchObject({ state: 'revoked', reason: 'superseded' });
    expect(await statusOf(renewed!.serialNumber)).toEqual({ state: 'good' });
    expect((await readCertificate(other.context, renewed!.id)).state).toBe('issued');
  });

  it('of a certificate that was revoked meanwhile gives none, and staff have a task', async () => {
    const holder = await newHolder(system());
    const { context, certificate } = holder;
    await goTo(system(), holder, 30);
    await startSuccessor(context, certificate.id, 'renewal');
    await reviewAndPay(await handIn(context));
    await revokeAs(system(), context, certificate.id, 'keyCompromise');
    await expectError(
      async () => makeWith(context, await newKey()),
      'certificates.origin_ended',
      () => context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) }),
    );
    const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: {} });
    expect(items.filter(({ kind }) => kind === 'successor-stopped')).toMatchObject([
      { facts: [{ name: 'orderNumber', value: orderOf(context).orderNumber }] },
    ]);
  });

  it('of a revoked certificate does not begin, nor is it handed in when it has begun before', async () => {
    const holder = await newHolder(system());
    const { context, certificate } = holder;
    await goTo(system(), holder, 30);
    await startSuccessor(context, certificate.id, 'renewal');
    await takeSteps(context, 'particulars', 'id-card', 'consent', 'signature', 'sign', 'sealed', 'form', 'attachments');
    await revokeAs(system(), context, certificate.id, 'cessationOfOperation');
    await expectError(
      () => context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) }),
      'certificates.origin_ended',
      () => context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) }),
    );
    await context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) });
    await expectError(
      () => startSuccessor(context, certificate.id, 'renewal'),
      'certificates.state_not_allowed',
      () => lifeCycleOf(context, certificate.id),
    );
    const draft = await startSuccessor(context, certificate.id, 'reissue-damaged');
    expect(draft.kind).toBe('reissue-damaged');
  });

  it('is the holder’s alone', async () => {
    const { context, certificate } = await newHolder(system());
    const stranger = await walkTo(system(), 'identity');
    await expectError(
      () => startSuccessor(stranger, certificate.id, 'reissue-lost'),
      'certificates.not_found',
      () => lifeCycleOf(context, certificate.id),
    );
    await expectError(
      () => lifeCycleOf(stranger, certificate.id),
      'certificates.not_found',
      () => lifeCycleOf(context, certificate.id),
    );
  });
});

describe('a reissue', () => {
  it('of a lost certificate ends the old one when it is handed in, and the new one ends with the old term', async () => {
    const { context, certificate, key } = await newHolder(system());
    await startSuccessor(context, certificate.id, 'reissue-lost');
    expect(await statusOf(certificate.serialNumber)).toEqual({ state: 'good' });
    await handIn(context);
    await system().settle();
    expect(await statusOf(certificate.serialNumber)).toMatchObject({ state: 'revoked', reason: 'keyCompromise' });
    await reviewAndPay(context);
    await expectError(
      () => makeWith(context, key),
      'certificates.key_compromised',
      () => context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) }),
    );
    const reissued = await makeWith(context, await newKey());
    expect(reissued).toMatchObject({ state: 'issued', notAfter: certificate.notAfter, subject: certificate.subject });
    expect((await readCertificate(context, certificate.id)).revocationReason).toBe('keyCompromise');
    // And from the new one on: the old one is over for good.
    await takeSteps(context, 'receive-certificate');
    await expectError(
      () => startSuccessor(context, certificate.id, 'reissue-lost'),
      'certificates.replaced',
      () => lifeCycleOf(context, certificate.id),
    );
    expect((await startSuccessor(context, reissued!.id, 'reissue-lost')).status).toBe('draft');
  });

  it('of a broken one ends the old one only when the new one is there (step-ca #909), and nothing else', async () => {
    const { context, certificate } = await newHolder(system());
    const bystander = await newHolder(system());
    await startSuccessor(context, certificate.id, 'reissue-damaged');
    await reviewAndPay(await handIn(context));
    expect(await statusOf(certificate.serialNumber)).toEqual({ state: 'good' });
    const reissued = await makeWith(context, await newKey());
    expect(await statusOf(certificate.serialNumber)).toMatchObject({ state: 'revoked', reason: 'superseded' });
    expect(await statusOf(reissued!.serialNumber)).toEqual({ state: 'good' });
    expect(await statusOf(bystander.certificate.serialNumber)).toEqual({ state: 'good' });
  });

  it('that is refused leaves the old one as it is, free for another order', async () => {
    const { context, certificate } = await newHolder(system());
    await startSuccessor(context, certificate.id, 'reissue-damaged');
    await handIn(context);
    await takeSteps(context, 'staff-sign-in', 'review');
    await context.staff.call(endpoints.staff.rejectOrder, {
      params: paramsOf(context),
      body: { ...asShown(context.reviewed!), reason: '资料与证书不符' },
    });
    await system().settle();
    expect(await statusOf(certificate.serialNumber)).toEqual({ state: 'good' });
    expect((await lifeCycleOf(context, certificate.id)).orderInWork).toBeNull();
    expect((await startSuccessor(context, certificate.id, 'reissue-lost')).status).toBe('draft');
  });
});

describe('a change of information', () => {
  it('gives the unit a certificate of its new name, and ends the one of the old name', async () => {
    const before = await paidOrder(system());
    const certificate = await makeAtDesk(before);
    const { unit } = orderOf(before).form;
    const unitName = '改名后的示例单位有限公司';
    const { unifiedSocialCreditCode: creditCode, legalRepresentative } = before.person;
    const register = system().standIns.tencentCloud.unitRegister;
    register.enter({ creditCode, name: unitName, legalRepresentative, operatingStatus: '1' });
    const context = { ...before, person: { ...before.person, unitName } };
    const draft = await startSuccessor(context, certificate.id, 'change');
    expect(draft).toMatchObject({ kind: 'change', form: { unit }, unitCheck: null, attachments: [] });
    // Another code would be another unit: what is sent of it is not taken.
    const saved = await typeForm(context, {
      ...draft.form,
      unit: { ...unit, name: unitName, unifiedSocialCreditCode: '91350100M000100Y43' },
    });
    expect(saved.form.unit).toMatchObject({ name: unitName, unifiedSocialCreditCode: creditCode });
    await reviewAndPay(await handIn(context));
    expect(await statusOf(certificate.serialNumber)).toEqual({ state: 'good' });
    const changed = await makeAtDesk(context);
    expect(changed).toMatchObject({ name: unitName, notAfter: certificate.notAfter });
    expect(await statusOf(certificate.serialNumber)).toMatchObject({ state: 'revoked', reason: 'affiliationChanged' });
    expect(await statusOf(changed.serialNumber)).toEqual({ state: 'good' });
  });

  it('is not for a person, who is who they are by their verified identity', async () => {
    const { context, certificate } = await newHolder(system());
    await expectError(
      () => startSuccessor(context, certificate.id, 'change'),
      'certificates.not_for_holder',
      () => lifeCycleOf(context, certificate.id),
    );
  });
});
