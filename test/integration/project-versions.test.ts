import { endpoints, type ProjectFile, type ProjectVersionView, readProjectFile } from '@acceptance/shared';
import { projectVersions as toVersions } from '../../bff/src/database/migrations/2026-12-07-project-versions';
import { DEMO_PROJECT_FILES } from '../../scripts/demo/demo-projects';
import { orderOf } from '../../scripts/story/story-context';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { plainTextOf } from '../support/pdf-text';
import { PROOF, type StaffClient, staffPerson } from '../support/staff-people';
import { newClient, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const PROJECT = 'personal-signing';
const DEMO = DEMO_PROJECT_FILES.find(({ id }) => id === PROJECT)!;

beforeEach(async () => {
  await system()
    .container()
    .projectVersions.deleteMany({ draftOf: { $exists: true } });
});

const administrator = () => staffPerson(system());
const priced = (yuan: string): ProjectFile => ({ ...DEMO, price: DEMO.price && { ...DEMO.price, yuan } });
const importFile = (client: StaffClient, file: unknown, revision: number | null = null) =>
  client.call(endpoints.projectVersions.importFile, { body: { revision, text: JSON.stringify(file) } });
const publish = (
  client: StaffClient,
  { id, revision }: Pick<ProjectVersionView, 'id' | 'revision'>,
  proof: { password: string } = PROOF,
) =>
  client.call(endpoints.projectVersions.publishDraft, {
    params: { projectVersionId: id },
    body: { revision, ...proof },
  });
const read = (client: StaffClient, projectVersionId: string) =>
  client.call(endpoints.projectVersions.readVersion, { params: { projectVersionId } });
const withdraw = (client: StaffClient, projectVersionId: string) =>
  client.call(endpoints.projectVersions.withdrawProject, { params: { projectVersionId }, body: PROOF });
const versions = async (client: StaffClient, projectKey = PROJECT) =>
  (await client.call(endpoints.projectVersions.listVersions, { params: { projectKey } })).items;
const stored = async () => {
  const { projects, projectVersions } = system().container();
  return [await projects.find().sort({ _id: 1 }).lean(), await projectVersions.find({}, { outbox: 0 }).lean()];
};
const offered = async (id = PROJECT) =>
  (await newClient(system()).call(endpoints.public.listProjects, {})).items.find((project) => project.id === id);
const publishPrice = async (yuan: string) => {
  const [one, two] = [await administrator(), await administrator()];
  return publish(two.client, await importFile(one.client, priced(yuan)));
};

describe('an imported file', () => {
  it('is a draft that says how it differs, and is offered to nobody', async () => {
    const { client, username } = await administrator();
    const before = await offered();
    const draft = await importFile(client, priced('61.50'));
    expect(draft).toMatchObject({ state: 'draft', number: null, savedBy: username, revision: 0, problems: [] });
    expect(draft.differences).toEqual([
      { path: 'price.yuan', label: '新办价格（元）', before: '60.00', after: '61.50' },
    ]);
    expect(JSON.parse(draft.text)).toEqual(priced('61.50'));
    expect(await offered()).toEqual(before);
    expect((await versions(client)).map(({ state }) => state).slice(0, 2)).toEqual(['draft', 'offered']);
  });

  it('is refused with every problem at its place, and nothing is kept', async () => {
    const { client } = await administrator();
    const wrong = { ...DEMO, name: '', invoiceKinds: ['special'], validity: 12, price: { yuan: 60 } };
    const refusal = await expectError(() => importFile(client, wrong), 'project_versions.unfit', stored);
    expect(refusal.fields?.map(({ path }) => path).sort()).toEqual(
      ['invoiceKinds', 'name', 'price.paymentWays', 'price.yuan', 'validity'].sort(),
    );
  });

  it('is refused for what the file alone cannot tell: prefixes, algorithms, templates, characters', async () => {
    const { client } = await administrator();
    const wrong: ProjectFile = {
      ...DEMO,
      orderNumberPrefix: 'CGY',
      certificate: { ...DEMO.certificate, algorithms: ['rsa-3072'] },
      contract: { template: 'another', specialTerms: ['印不出\u{f0000}。'] },
    };
    const refusal = await expectError(() => importFile(client, wrong), 'project_versions.unfit', stored);
    const abilities = system().container().certificateAuthority.abilities.algorithms;
    expect(refusal.fields?.map(({ path }) => path)).toEqual([
      'orderNumberPrefix',
      ...(abilities.includes('rsa-3072') ? [] : ['certificate.algorithms']),
      'contract.specialTerms.0',
      'contract.template',
    ]);
    const taken = { ...DEMO, id: 'another-project', orderNumberPrefix: 'CGY' };
    const second = await expectError(() => importFile(client, taken), 'project_versions.unfit', stored);
    expect(second.fields).toEqual([{ path: 'orderNumberPrefix', message: expect.stringContaining('政府采购云平台') }]);
  });

  it('is one draft of a project at a time, kept once when the call is repeated, and nobody replaces it unseen', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const both = [importFile(one.client, priced('61.00')), importFile(two.client, priced('62.00'))];
    expect(countOutcomes(await Promise.all(both.map(outcomeOf)))).toEqual({ ok: 1, 'request.conflict': 1 });
    const replaced = await importFile(one.client, priced('63.00'), 0);
    expect(await importFile(one.client, priced('63.00'), 0)).toEqual(replaced);
    await expectError(() => importFile(two.client, priced('64.00'), 0), 'request.conflict', stored);
    expect((await read(one.client, replaced.id)).revision).toBe(1);
    await expectError(() => importFile(one.client, DEMO, 1), 'project_versions.unchanged', stored);
  });
});

describe('publishing', () => {
  it('takes another administrator and their proof; the newest version is what is offered', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await importFile(one.client, priced('70.00'));
    expect(draft.publication).toBe('another-administrator');
    await expectError(() => publish(one.client, draft), 'project_versions.second_administrator_required', stored);
    await expectError(() => publish(two.client, draft, { password: 'wrong' }), 'auth.password_wrong', stored);
    await expectError(() => publish(two.client, { ...draft, revision: 7 }), 'request.conflict', stored);
    const outcomes = [publish(two.client, draft), publish(two.client, draft)].map(outcomeOf);
    expect((await Promise.all(outcomes)).filter((outcome) => outcome === 'ok')).toHaveLength(1);
    const published = await read(two.client, draft.id);
    expect(published).toMatchObject({ state: 'offered', savedBy: one.username, publishedBy: two.username });
    expect(await offered()).toMatchObject({ priceFen: 7_000, version: published.number });
    await expectError(() => publish(two.client, draft), 'project_versions.published', stored);
    await system().settle();
    const task = await system()
      .container()
      .tasks.findOne({ subject: `projectVersion:${draft.id}` })
      .lean();
    expect(task).toMatchObject({ kind: 'project-draft-waiting', outcome: 'published', closedBy: two.id });
  });

  it('is done by the job where the process died before anybody was offered it', async () => {
    const { client } = await administrator();
    const published = await publishPrice('71.00');
    const { projects } = system().container();
    await projects.updateOne({ _id: PROJECT }, { $set: { version: published.number! - 1, priceFen: 1 } });
    await system()
      .container()
      .projectVersions.updateOne(
        { _id: published.id },
        {
          $push: {
            outbox: { id: 'again', job: 'offer-project-version', payload: {}, availableAt: new Date(0), tries: 0 },
          },
        },
      );
    await system().settle();
    expect(await offered()).toMatchObject({ priceFen: 7_100, version: published.number });
    expect((await read(client, published.id)).state).toBe('offered');
  });

  it('shows the contract of a draft as it would be', async () => {
    const { client } = await administrator();
    const specialTerms = ['只在草稿里的约定。'];
    const { id } = await importFile(client, { ...DEMO, contract: { ...DEMO.contract, specialTerms } });
    const sample = await client.call(endpoints.projectVersions.readContractSample, {
      params: { projectVersionId: id },
      query: { applicantType: 'person' },
    });
    expect(plainTextOf(sample)).toContain('只在草稿里的约定。');
    await client.call(endpoints.projectVersions.discardDraft, { params: { projectVersionId: id } });
    await client.call(endpoints.projectVersions.discardDraft, { params: { projectVersionId: id } });
    await expectError(() => read(client, id), 'project_versions.not_found');
  });

  it('is for administrators; all the staff can look', async () => {
    const draft = await importFile((await administrator()).client, priced('72.00'));
    const { client } = await staffPerson(system(), ['reviewer', 'finance', 'issuer']);
    expect(await read(client, draft.id)).toMatchObject({ publication: null });
    const { items } = await client.call(endpoints.projectVersions.listProjects, {});
    expect(items.find(({ projectId }) => projectId === PROJECT)).toMatchObject({ draft: { id: draft.id } });
    for (const act of [
      () => publish(client, draft),
      () => importFile(client, DEMO),
      () => withdraw(client, draft.id),
    ]) {
      await expectError(act, 'auth.forbidden', stored);
    }
  });
});

describe('an order', () => {
  it('keeps its version and price; a withdrawn project takes no new applications until it is published again', async () => {
    const { client } = await administrator();
    const cheap = await publishPrice('80.00');
    const context = await walkTo(system(), 'attachments', { projectId: PROJECT, applicantType: 'person' });
    expect(orderOf(context).project).toMatchObject({ version: cheap.number, priceFen: 8_000 });

    const dear = await publishPrice('90.00');
    expect(await offered()).toMatchObject({ priceFen: 9_000 });
    await expectError(() => withdraw(client, cheap.id), 'request.conflict', stored);
    expect(await withdraw(client, dear.id)).toMatchObject({ state: 'withdrawn' });
    expect(await withdraw(client, dear.id)).toMatchObject({ state: 'withdrawn' });
    expect(await offered()).toBeUndefined();
    await expectError(() => takeSteps(context, 'submit'), 'projects.withdrawn');
    await expectError(
      () => walkTo(system(), 'start', { projectId: PROJECT, applicantType: 'person' }),
      'projects.not_found',
    );

    const [one, two] = [await administrator(), await administrator()];
    await publish(two.client, await importFile(one.client, priced('90.00')));
    await takeSteps(context, 'submit');
    const order = await context.applicant.call(endpoints.orders.readOrder, { params: paramsOf(context) });
    expect(order.status).not.toBe('draft');
    expect(order.project).toMatchObject({ version: cheap.number, priceFen: 8_000 });
    expect(await offered()).toMatchObject({ priceFen: 9_000, version: dear.number! + 1 });
  });
});

describe('a project from before there were versions', () => {
  const ID = 'from-before';
  /** As it was stored then. */
  async function storeOld(changes: object): Promise<void> {
    const { connection } = system().container();
    const projects = connection.collection<{ _id: string }>('projects');
    await projects.deleteOne({ _id: ID });
    await connection.collection('project_versions').deleteMany({ projectId: ID });
    const { version, invoiceKinds, reviewWorkingDays, photoAdvice, ...known } = (await projects.findOne({
      _id: PROJECT,
    })) as unknown as Record<string, unknown> & { _id: string };
    expect([version, invoiceKinds, reviewWorkingDays, photoAdvice].includes(undefined)).toBe(false);
    await projects.insertOne({ ...known, ...changes, _id: ID }, { ignoreUndefined: true });
  }
  afterAll(async () => {
    await system().container().connection.collection<{ _id: string }>('projects').deleteOne({ _id: ID });
  });

  it.each([
    ['with a price', { paymentRequired: true, priceFen: 26_005, invoiceOffered: true, applicantTypes: ['unit'] }],
    ['with a price and no ways to pay it', { paymentRequired: true, priceFen: 100, paymentWays: undefined }],
    ['without one', { paymentRequired: false, priceFen: 0, invoiceOffered: true }],
  ])('%s is its first version afterwards, as a file that could be published, and stays so', async (_what, changes) => {
    await storeOld(changes);
    const { connection } = system().container();
    const made = async () => ({
      versions: await connection
        .collection<{ file: ProjectFile }>('project_versions')
        .find({ projectId: ID })
        .toArray(),
      project: await connection.collection<Record<string, unknown> & { _id: string }>('projects').findOne({ _id: ID }),
    });
    await toVersions.up(connection);
    const first = await made();
    const { versions: ofIt, project } = first;
    expect(ofIt).toHaveLength(1);
    expect(readProjectFile(JSON.stringify(ofIt[0]?.file))).toMatchObject({ ok: true });
    expect(project).toMatchObject({
      version: 1,
      ...JSON.parse(JSON.stringify({ ...changes, invoiceOffered: undefined })),
    });
    const kinds = project?.invoiceKinds;
    expect(project?.invoiceOffered).toBe(Array.isArray(kinds) && kinds.length > 0);
    await toVersions.up(connection);
    expect(await made()).toEqual(first);
  });
});
