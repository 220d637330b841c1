import { AUTHORITY_LETTER, BUSINESS_LICENCE, endpoints } from '@acceptance/shared';
import { unitAndPersonFirst } from '../../bff/src/database/migrations/2026-11-29-unit-and-person-first';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { consent, sign } from '../support/contract-calls';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { laidOutTextOf } from '../support/pdf-text';
import { orderState, storedOrder } from '../support/stored-state';
import { meet, nextAgent, nextPerson, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';
import { typeForm } from '../support/type-form';
import { unjudged } from '../support/unjudged';

const system = useSystem();

const read = (context: StoryContext) =>
  context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
const readText = (context: StoryContext) =>
  context.applicant.call(endpoints.contracts.readContractText, { params: paramsOf(context) });
const check = (context: StoryContext, asOnLicence = false) =>
  context.applicant.call(endpoints.orders.checkUnit, { params: paramsOf(context), body: { asOnLicence } });
const pdfOf = async (context: StoryContext) =>
  laidOutTextOf(await context.applicant.call(endpoints.contracts.readContractPdf, { params: paramsOf(context) }));

/** Types a unit over what the story typed. */
async function typeUnit(context: StoryContext, unit: object): Promise<void> {
  const { form } = await read(context);
  const body = { ...form, unit: { ...form.unit, ...unit } };
  await typeForm(context, body);
}

const CANCELLED = {
  name: '示例已注销商贸有限公司',
  unifiedSocialCreditCode: '9111019920000003XL',
  legalRepresentative: '张伟',
};
const REVOKED = {
  name: '示例已吊销商贸有限公司',
  unifiedSocialCreditCode: '91110199200000048L',
  legalRepresentative: '张伟',
};
const SUSPENDED = {
  name: '示例已停业商贸有限公司',
  unifiedSocialCreditCode: '91110199200000064A',
  legalRepresentative: '张伟',
};
const UNKNOWN = {
  name: '示例查无有限公司',
  unifiedSocialCreditCode: '91110199200000996N',
  confirmedCode: '91110199200000996N',
};

afterEach(() => system().standIns.faults.reset());

describe('for whom a project is', () => {
  it.each([
    ['procurement-cloud', 'person'],
    ['personal-signing', 'unit'],
  ] as const)('%s is not for a %s', async (projectId, applicantType) => {
    const { applicant } = await meet(system(), 'sign-in');
    const body = { projectId, applicantType, clientToken: `not-for-such-${projectId}` };
    await expectError(() => applicant.call(endpoints.orders.createOrder, { body }), 'projects.not_for_type');
  });

  it('asks every unit for its licence, also where the project asks for nothing', async () => {
    const context = await walkTo(system(), 'start', { projectId: 'medical-insurance' });
    const { attachments } = orderOf(context).project;
    expect(attachments.filter(({ required }) => required).map(({ kind }) => kind)).toEqual([
      BUSINESS_LICENCE,
      AUTHORITY_LETTER,
    ]);
  });
});

describe('the unit', () => {
  it('has to be complete, known and proved before anybody reads a contract', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'identity', 'id-card');
    const step = async () => (await expectError(() => readText(context), 'orders.incomplete')).details?.step;
    expect(await step()).toBe('申请信息');
    await expectError(() => check(context), 'orders.incomplete', orderState(system(), context));
    await takeSteps(context, 'particulars');
    expect((await readText(context)).details.unit?.name).toBe(context.person.unitName);
    await context.applicant.call(endpoints.orders.saveAttachments, { params: paramsOf(context), body: { items: [] } });
    expect(await step()).toBe('申请信息');
  });

  it.each([
    ['cancelled', CANCELLED],
    ['revoked', REVOKED],
  ])('that is %s is refused, whatever the licence says', async (_state, unit) => {
    const context = await walkTo(system(), 'particulars');
    await typeUnit(context, unit);
    for (const asOnLicence of [false, true]) {
      await expectError(() => check(context, asOnLicence), 'units.not_in_business', orderState(system(), context));
    }
    expect((await read(context)).currentStep).toBe('particulars');
  });

  it.each([
    ['unit.name', { name: '示例别的单位有限公司' }, ['name']],
    ['unit.legalRepresentative', { legalRepresentative: '钱多多' }, ['legal-representative']],
    ['unit.unifiedSocialCreditCode', UNKNOWN, ['not-found']],
  ])('that differs in %s is asked about, and then a matter for staff', async (path, unit, doubts) => {
    const context = await walkTo(system(), 'particulars');
    await typeUnit(context, unit);
    const refused = await expectError(() => check(context), 'units.mismatch', orderState(system(), context));
    expect(refused.fields?.map((field) => field.path)).toEqual([path]);
    const checked = await check(context, true);
    expect(checked.unitCheck?.doubts).toEqual(doubts);
    expect(checked.currentStep).toBe('identity');
  });

  it('that has stopped its business goes on with a doubt', async () => {
    const context = await walkTo(system(), 'particulars');
    await typeUnit(context, SUSPENDED);
    expect((await check(context)).unitCheck?.doubts).toEqual(['state']);
  });

  it('is a matter for staff while the registry does not answer, and asked about again later', async () => {
    const context = await walkTo(system(), 'particulars');
    await typeUnit(context, { name: '示例别的单位有限公司' });
    system().standIns.faults.set({ standIn: 'tencent-cloud', fault: 'server-error' });
    expect((await check(context)).unitCheck?.doubts).toEqual(['no-answer']);
    expect((await read(context)).currentStep).toBe('identity');
    system().standIns.faults.reset();
    await expectError(() => check(context), 'units.mismatch');
  });

  it('is asked about once, however often and in how many calls', async () => {
    const context = await walkTo(system(), 'start');
    const asked = () =>
      system()
        .standIns.requests.list('tencent-cloud')
        .filter(({ operation }) => operation?.startsWith('VerifyBiz')).length;
    const before = asked();
    await takeSteps(context, 'particulars');
    expect(countOutcomes(await Promise.all([1, 2, 3].map(() => outcomeOf(check(context)))))).toEqual({ ok: 3 });
    expect(asked() - before).toBe(1);
    await typeUnit(context, {});
    expect((await read(context)).unitCheck).not.toBeNull();
    await typeUnit(context, { name: '改过的单位有限公司' });
    expect((await read(context)).unitCheck).toBeNull();
  });

  it('is asked about eight times a day, then staff look', async () => {
    const context = await walkTo(system(), 'particulars');
    for (let n = 1; n <= 7; n += 1) {
      await typeUnit(context, { name: `示例试错${n}有限公司` });
      await expectError(() => check(context), 'units.mismatch');
    }
    await typeUnit(context, { name: '示例试错八有限公司' });
    expect((await check(context)).unitCheck?.doubts).toEqual(['not-asked']);
  });

  it('with a doubt is shown to the reviewer, with the licence beside it', async () => {
    const context = await walkTo(system(), 'start');
    await takeSteps(context, 'particulars');
    await typeUnit(context, { name: '示例别的单位有限公司' });
    await check(context, true);
    const { unit } = (await read(context)).form;
    Object.assign(context.person, { unitName: unit?.name });
    await takeSteps(context, 'identity', 'id-card', 'consent', 'signature', 'sign', 'sealed', 'form', 'submit');
    await takeSteps(context, 'staff-sign-in');
    const seen = await context.staff.call(endpoints.staff.readOrder, { params: paramsOf(context) });
    expect(seen.unitCheck?.doubts).toEqual(['name']);
    expect(seen.attachments.map(({ kind }) => kind)).toEqual([BUSINESS_LICENCE]);
  });
});

describe('who acts for the unit', () => {
  it('as its legal representative has that name', async () => {
    const context = await meet(system(), 'sign-in', 'identity', 'start', 'particulars', 'id-card');
    await typeUnit(context, { legalRepresentative: '钱多多' });
    await check(context, true);
    await expectError(() => readText(context), 'units.role_mismatch');
    await typeUnit(context, { role: 'agent' });
    expect((await readText(context)).details.unit).toMatchObject({ legalRepresentative: '钱多多', role: 'agent' });
  });

  it('as an agent brings the authority letter before submitting', async () => {
    const context = await walkTo(system(), 'form', { person: nextAgent() });
    expect((await read(context)).currentStep).toBe('attachments');
    await expectError(
      () => context.applicant.call(endpoints.orders.submitOrder, { params: paramsOf(context) }),
      'orders.incomplete',
      orderState(system(), context),
    );
    await takeSteps(context, 'attachments', 'submit');
    expect(orderOf(context).attachments.map(({ kind }) => kind)).toEqual([BUSINESS_LICENCE, AUTHORITY_LETTER]);
  });
});

describe('the contract says', () => {
  it('of a unit by its legal representative: unit, code, representative, address, e-mail', async () => {
    const context = await walkTo(system(), 'sealed');
    const printed = await pdfOf(context);
    const { person } = context;
    for (const said of [
      person.unitName,
      person.unifiedSocialCreditCode,
      person.name,
      person.idNumber,
      'applicant@example.com',
      '示例省示例市演示区测试路2号',
    ]) {
      expect(printed).toContain(said);
    }
  });

  it('of an agent: for whom they act', async () => {
    const context = await walkTo(system(), 'sealed', { person: nextAgent() });
    const printed = await pdfOf(context);
    expect(printed).toContain(context.person.unitName);
    expect(printed).toContain(context.person.legalRepresentative);
    expect(printed).toContain(context.person.name);
  });

  it('of a person: no unit at all', async () => {
    const context = await walkTo(system(), 'sealed', { projectId: 'personal-signing', applicantType: 'person' });
    const printed = await pdfOf(context);
    expect(printed).toContain('个人证书');
    expect(printed).not.toContain('单位名称');
    expect(printed).not.toContain(context.person.unitName);
  });
});

describe('what was agreed to', () => {
  it('is read anew when it changes before the signature', async () => {
    const context = await copyAt(system(), 'signature');
    const { form } = await read(context);
    const changed = await typeForm(context, { ...form, email: 'other@example.com' });
    expect(changed).toMatchObject({ currentStep: 'contract', contract: { state: 'unread' } });
    await expectError(() => sign(context), 'contracts.consent_required', orderState(system(), context));
    await takeSteps(context, 'consent');
    await sign(context);
    await system().settle();
    expect(await pdfOf(context)).toContain('other@example.com');
  });

  it('stays when only the delivery changes', async () => {
    const context = await copyAt(system(), 'signature');
    const { form } = await read(context);
    const body = { ...form, delivery: { way: 'pick-up' as const } };
    const saved = await typeForm(context, body);
    expect(saved.contract.state).toBe('consented');
  });

  it('stands after the signature, whatever an old page saves', async () => {
    const context = await copyAt(system(), 'sealed');
    const { form } = await read(context);
    const saved = await typeForm(context, {
      ...form,
      email: 'other@example.com',
      unit: { name: '别的' },
      invoice: { kind: 'none' },
    });
    expect(saved.form).toMatchObject({ email: form.email, unit: form.unit, invoice: { kind: 'none' } });
  });

  it('can be printed', async () => {
    const context = await copyAt(system(), 'id-card');
    const { form } = await read(context);
    const body = { ...form, address: '示例\u{2ebf0}路 1 号' };
    await typeForm(context, body);
    const refused = await expectError(() => readText(context), 'contracts.unprintable');
    expect(refused.details).toEqual({ characters: '\u{2ebf0}' });
  });

  it('is not agreed to by a page that shows something else', async () => {
    const context = await copyAt(system(), 'id-card');
    const { detailsSha256 } = await readText(context);
    const { form } = await read(context);
    const body = { ...form, address: '别处 1 号' };
    await typeForm(context, body);
    await expectError(() => consent(context, { detailsSha256 }), 'contracts.details_changed');
  });
});

describe('a contract with a mistake', () => {
  const renew = (context: StoryContext, contractNumber: string) =>
    context.applicant.call(endpoints.contracts.renewContract, { params: paramsOf(context), body: { contractNumber } });

  it('is given up once, corrected and signed anew under a number of its own', async () => {
    const context = await walkTo(system(), 'sealed');
    const { contractNumber } = orderOf(context).contract;
    const old = await storedOrder(system(), context);
    const outcomes = await Promise.all([1, 2, 3].map(() => outcomeOf(renew(context, contractNumber!))));
    expect(countOutcomes(outcomes)).toEqual({ ok: 3 });
    expect(await read(context)).toMatchObject({
      currentStep: 'contract',
      signature: null,
      contract: { state: 'unread' },
    });
    const { form } = await read(context);
    const body = { ...form, address: '示例省改正市 3 号' };
    await typeForm(context, body);
    await takeSteps(context, 'consent', 'signature', 'sign', 'sealed');
    expect(orderOf(context).contract.contractNumber).toBe(`${contractNumber}-2`);
    expect(await pdfOf(context)).toContain('示例省改正市3号');
    const { formerContracts } = await storedOrder(system(), context);
    expect(formerContracts).toEqual([old.contract]);
    expect(await system().container().fileStore.read(old.contract.fileId!)).not.toBeNull();
    await renew(context, contractNumber!);
    expect((await read(context)).contract.state).toBe('acknowledged');
  });

  it('takes all its contracts with it when the draft is deleted', async () => {
    const context = await walkTo(system(), 'sealed');
    const { contract } = await storedOrder(system(), context);
    await renew(context, contract.contractNumber!);
    await context.applicant.call(endpoints.orders.deleteDraft, { params: paramsOf(context) });
    expect(await system().container().fileStore.read(contract.fileId!)).toBeNull();
  });

  it('is not given up before it is sealed, nor after it was handed in', async () => {
    const unsealed = await copyAt(system(), 'signature');
    await sign(unsealed);
    await expectError(
      () => renew(unsealed, `HT-${orderOf(unsealed).orderNumber}`),
      'contracts.not_ready',
      orderState(system(), unsealed),
    );
    await system().settle();
    const context = await copyAt(system(), 'submit');
    const { contractNumber } = (await read(context)).contract;
    await expectError(() => renew(context, contractNumber!), 'orders.not_editable', orderState(system(), context));
  });
});

describe('applications of before', () => {
  it('that were signed without their unit are signed anew, and keep the old contract', async () => {
    const context = await walkTo(system(), 'sealed', { person: nextPerson() });
    const { orders, connection } = system().container();
    const { _id, contract, project } = await storedOrder(system(), context);
    const { details: _details, detailsSha256: _sha256, ...consentOfBefore } = contract.consent!;
    const { applicantTypes: _types, specialTerms: _terms, ...projectOfBefore } = project;
    await unjudged(connection.getClient().db(), 'orders', () =>
      connection.collection('orders').updateOne(
        { _id },
        {
          $set: {
            applicantType: 'person',
            project: { ...projectOfBefore, certificateKind: 'unit', attachments: [] },
            'contract.consent': consentOfBefore,
          },
          $unset: { formerContracts: '', unitCheck: '' },
        },
      ),
    );
    await unitAndPersonFirst.up(connection);
    await unitAndPersonFirst.up(connection);
    const after = await orders.findById(_id).lean();
    expect(after).toMatchObject({
      applicantType: 'unit',
      contract: { state: 'unread', contractNumber: null },
      signature: null,
      project: { applicantTypes: ['unit'], specialTerms: [] },
    });
    expect(after!.formerContracts).toMatchObject([
      { contractNumber: contract.contractNumber, fileId: contract.fileId },
    ]);
    expect(after!.project.attachments.map(({ kind }) => kind)).toEqual([BUSINESS_LICENCE, AUTHORITY_LETTER]);
    await takeSteps(context, 'particulars', 'consent', 'signature', 'sign', 'sealed', 'form', 'submit');
    expect(orderOf(context).contract.contractNumber).toBe(`${contract.contractNumber}-2`);
  });

  it('that were handed in stay as they are', async () => {
    const context = await copyAt(system(), 'submit');
    const before = await storedOrder(system(), context);
    await unitAndPersonFirst.up(system().container().connection);
    expect(await storedOrder(system(), context)).toEqual(before);
  });
});
