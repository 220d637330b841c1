import { endpoints } from '@acceptance/shared';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { sign } from '../support/contract-calls';
import { countOutcomes, expectError, outcomeOf } from '../support/expect-error';
import { plainTextOf } from '../support/pdf-text';
import { STAFF_PASSWORD, type StaffClient, signInStaff, staffPerson } from '../support/staff-people';
import { orderState, storedOrder } from '../support/stored-state';
import { takeSteps, walkTo } from '../support/story-people';
import {
  currentOf,
  discard,
  draftOf,
  listed,
  nextVersion,
  publish,
  readTemplate,
  saveDraft,
} from '../support/template-calls';
import { useSystem } from '../support/test-system';

const system = useSystem();
const HOUR = 3_600_000;
beforeEach(async () => {
  const { contractTemplates, passwordAttempts } = system().container();
  await passwordAttempts.deleteMany({});
  await contractTemplates.deleteMany({ draft: true });
});

const administrator = () => staffPerson(system());
/** Without what the dispatcher, which runs by itself, takes out of the outboxes. */
const stored = () => system().container().contractTemplates.find({}, { outbox: 0 }).sort({ _id: 1 }).lean();
const currentText = () => system().container().currentContractText();
/** The only administrator who can do anything. */
async function soleAdministrator() {
  const { staffMembers } = system().container();
  await staffMembers.updateMany({ roles: 'administrator' }, { $set: { disabledAt: system().clock.now() } });
  return administrator();
}
/** A draft that differs from the current version in its version and its first key point. */
async function newDraft(client: StaffClient, keyPoint = '请妥善保管证书。') {
  const { content } = await currentOf(client);
  return saveDraft(client, null, { ...content, version: nextVersion(), keyPoints: [keyPoint] });
}

describe('the first version', () => {
  it('is what comes with the program, published once even by two processes at once', async () => {
    await system().container().contractTemplates.deleteMany({});
    const texts = await Promise.all([currentText(), currentText(), currentText()]);
    expect(new Set(texts.map(({ sha256 }) => sha256)).size).toBe(1);
    const { builtIn } = system().container().templateTexts;
    expect(await stored()).toEqual([
      expect.objectContaining({ place: 1, publishedVersion: builtIn.version, savedBy: null, publishedBy: null }),
    ]);
    const { client } = await administrator();
    expect(await listed(client)).toMatchObject([{ version: builtIn.version, state: 'current', savedBy: null }]);
  });

  it('reads as the text that contracts were made of before', async () => {
    expect(await currentText()).toEqual(system().container().contractMaker.text);
    expect((await system().container().currentTemplate()).articles[0]?.paragraphs[0]).toContain('{authority.name}');
  });
});

describe('a draft', () => {
  it('is kept, changed and given up, and changes no contract', async () => {
    const { client, username } = await administrator();
    const before = await currentText();
    const draft = await newDraft(client);
    expect(draft).toMatchObject({ state: 'draft', savedBy: username, revision: 0, problems: [], publishedAt: null });
    const changed = await saveDraft(client, 0, { ...draft.content, title: '电子服务合同' });
    expect(changed).toMatchObject({ id: draft.id, revision: 1, title: '电子服务合同' });
    expect((await listed(client)).map(({ state }) => state).slice(0, 2)).toEqual(['draft', 'current']);
    expect(await currentText()).toEqual(before);
    await discard(client, draft.id);
    await discard(client, draft.id);
    await expectError(() => readTemplate(client, draft.id), 'templates.not_found');
    expect((await listed(client)).some(({ state }) => state === 'draft')).toBe(false);
  });

  it('shows its text as it will be read, with the names of today’s settings', async () => {
    const { client } = await administrator();
    const { name } = (await currentText()).authority;
    const draft = await newDraft(client, '向{authority.name}申请。');
    expect(draft.text).toMatchObject({ version: draft.version, keyPoints: [`向${name}申请。`] });
  });

  it('is one at a time, and nobody writes over what somebody else has just saved', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const { content } = await currentOf(one.client);
    const saves = [one, two].map(({ client, username }) =>
      outcomeOf(saveDraft(client, null, { ...content, version: username })),
    );
    expect(countOutcomes(await Promise.all(saves))).toEqual({ ok: 1, 'request.conflict': 1 });
    const draft = await draftOf(one.client);
    await saveDraft(two.client, 0, { ...draft!.content, title: '第二位的标题' });
    const late = () => saveDraft(one.client, 0, { ...draft!.content, title: '第一位的标题' });
    await expectError(late, 'request.conflict', stored);
  });

  it('is saved once when its answer got lost and the call is repeated', async () => {
    const { client } = await administrator();
    const draft = await newDraft(client);
    const content = { ...draft.content, title: '电子服务合同' };
    const first = await saveDraft(client, 0, content);
    expect(await saveDraft(client, 0, content)).toEqual(first);
    expect((await draftOf(client))?.revision).toBe(1);
  });

  it('is not begun by the number of a draft that is gone', async () => {
    const { client } = await administrator();
    const { content } = await currentOf(client);
    await expectError(() => saveDraft(client, 4, content), 'templates.not_found', stored);
  });
});

describe('publishing', () => {
  it('takes another administrator than the one who saved last, and their proof', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await newDraft(one.client);
    expect(draft.publication).toBe('another-administrator');
    await expectError(() => publish(one.client, draft), 'templates.second_administrator_required', stored);
    const wrong = { password: 'not the password' };
    await expectError(() => publish(two.client, draft, wrong), 'auth.password_wrong', stored);
    expect((await readTemplate(two.client, draft.id)).publication).toBe('allowed');
    const published = await publish(two.client, draft);
    expect(published).toMatchObject({ state: 'current', savedBy: one.username, publishedBy: two.username });
    expect((await currentText()).version).toBe(draft.version);
    const [current, earlier] = await listed(two.client);
    expect([current?.version, current?.state, earlier?.state]).toEqual([draft.version, 'current', 'earlier']);
  });

  it('waits for who changed a comma of it, so that two have always seen the whole', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await newDraft(one.client);
    const changed = await saveDraft(two.client, 0, { ...draft.content, title: '电子服务合同' });
    await expectError(() => publish(two.client, changed), 'templates.second_administrator_required', stored);
    await expectError(() => publish(one.client, draft), 'request.conflict', stored);
    expect((await publish(one.client, changed)).title).toBe('电子服务合同');
  });

  it('needs a day where there is one administrator only', async () => {
    const { client, username } = await soleAdministrator();
    const draft = await newDraft(client);
    expect(draft.publication).toBe('time');
    const refusal = await expectError(() => publish(client, draft), 'templates.too_early', stored);
    expect(refusal.details).toEqual({ hours: 24 });
    system().clock.advance(25 * HOUR);
    // The session of yesterday has expired.
    const again = await signInStaff(system(), username, STAFF_PASSWORD);
    expect((await publish(again, draft)).state).toBe('current');
  });

  it('is not for somebody who is an administrator since today', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await newDraft(one.client);
    await system()
      .container()
      .staffMembers.updateOne({ _id: two.id }, { $set: { rolesSince: { administrator: system().clock.now() } } });
    await expectError(() => publish(two.client, draft), 'staff.role_too_new', stored);
  });

  it('happens once, however many do it at once', async () => {
    const [one, two, three] = [await administrator(), await administrator(), await administrator()];
    const draft = await newDraft(one.client);
    const outcomes = await Promise.all([two, three].map(({ client }) => outcomeOf(publish(client, draft))));
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect((await stored()).filter(({ publishedVersion }) => publishedVersion === draft.version)).toHaveLength(1);
  });

  it('makes a version that nobody changes, gives up or publishes again', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const published = await publish(two.client, await newDraft(one.client));
    await expectError(() => publish(one.client, published), 'templates.published', stored);
    await expectError(() => discard(one.client, published.id), 'templates.published', stored);
    await expectError(
      () => saveDraft(one.client, published.revision, published.content),
      'templates.not_found',
      stored,
    );
  });

  it('is refused, each fault by its place, while something could not be printed or read', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const { content, version } = await currentOf(one.client);
    const articles = [
      { heading: '', paragraphs: ['向{authority.fax}申请。'] },
      { heading: '用途', paragraphs: ['\u{f0000}', ''] },
    ];
    const draft = await saveDraft(one.client, null, { ...content, version, articles });
    expect(draft.text).toBeNull();
    const refusal = await expectError(() => publish(two.client, draft), 'templates.unfit', stored);
    expect(refusal.fields?.map(({ path }) => path)).toEqual([
      'version',
      'articles.0.heading',
      'articles.0.paragraphs.0',
      'articles.1.paragraphs.0',
      'articles.1.paragraphs.1',
    ]);
    expect(draft.problems.map(({ path }) => path)).toEqual(refusal.fields?.map(({ path }) => path));
  });

  it('is refused for a project’s special terms that the font cannot print', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await newDraft(one.client);
    const projects = system().container().connection.collection('projects');
    const project = await projects.findOne({ active: true });
    await projects.updateOne({ _id: project!._id }, { $set: { specialTerms: ['只用于\u{f0000}项目。'] } });
    const refusal = await expectError(() => publish(two.client, draft), 'templates.unfit', stored);
    expect(refusal.fields).toEqual([
      { path: 'projects.specialTerms', message: expect.stringContaining(project!.name) },
    ]);
    await projects.updateOne({ _id: project!._id }, { $set: { specialTerms: [] } });
  });
});

describe('the other administrators', () => {
  const taskOf = async (id: string) => {
    await system().settle();
    return system()
      .container()
      .tasks.findOne({ subject: `contractTemplate:${id}` })
      .lean();
  };

  it('are told of a draft until it is published', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await newDraft(one.client);
    expect(await taskOf(draft.id)).toMatchObject({ kind: 'contract-template-waiting', closedAt: null });
    await publish(two.client, draft);
    expect(await taskOf(draft.id)).toMatchObject({
      closedAt: expect.any(Date),
      outcome: 'published',
      closedBy: two.id,
    });
  });

  it('are told of it until it is given up', async () => {
    const { client, id } = await administrator();
    const draft = await newDraft(client);
    expect(await taskOf(draft.id)).toMatchObject({ closedAt: null });
    await discard(client, draft.id);
    expect(await taskOf(draft.id)).toMatchObject({ closedAt: expect.any(Date), outcome: 'discarded', closedBy: id });
  });

  it('are not told of one that was given up before they could be', async () => {
    const { client } = await administrator();
    const drafts: string[] = [];
    for (const _round of [1, 2, 3, 4]) {
      const { id } = await newDraft(client);
      await discard(client, id);
      drafts.push(id);
    }
    await system().settle();
    const subject = { $in: drafts.map((id) => `contractTemplate:${id}`) };
    expect(await system().container().tasks.countDocuments({ subject, closedAt: null })).toBe(0);
  });
});

describe('a sample', () => {
  const sample = (client: StaffClient, contractTemplateId: string, applicantType: 'unit' | 'person' = 'unit') =>
    client.call(endpoints.contractTemplates.readSample, { params: { contractTemplateId }, query: { applicantType } });

  it('is the contract that would be made of a draft, with made-up data and marked as a sample', async () => {
    const { client } = await administrator();
    const draft = await newDraft(client, '只在草稿里的要点。');
    const ofUnit = plainTextOf(await sample(client, draft.id));
    const ofPerson = plainTextOf(await sample(client, draft.id, 'person'));
    for (const printed of [ofUnit, ofPerson]) {
      expect(printed).toContain('只在草稿里的要点。');
      expect(printed).toContain('示例人');
      expect(printed).toContain('测试样本');
    }
    expect(ofUnit).toContain('示例单位（样本）有限公司');
    expect(ofPerson).not.toContain('示例单位');
  });

  it('is not made of what could not be printed', async () => {
    const { client } = await administrator();
    const draft = await newDraft(client, '\u{f0000}');
    const refusal = await expectError(() => sample(client, draft.id), 'templates.unfit');
    expect(refusal.fields).toEqual([{ path: 'keyPoints.0', message: expect.stringContaining('要点第 1 条') }]);
  });
});

describe('the desk', () => {
  it('is read by all the staff, and used by administrators only', async () => {
    const one = await administrator();
    const draft = await newDraft(one.client);
    const { client } = await staffPerson(system(), ['reviewer', 'finance', 'issuer']);
    expect((await client.call(endpoints.contractTemplates.listTemplates, {})).mayEdit).toBe(false);
    expect(await readTemplate(client, draft.id)).toMatchObject({ mayEdit: false, publication: null, problems: [] });
    const contractTemplateId = draft.id;
    const acts = [
      () => publish(client, draft),
      () => saveDraft(client, 0, draft.content),
      () => discard(client, draft.id),
      () => client.call(endpoints.contractTemplates.readSample, { params: { contractTemplateId } }),
    ];
    for (const act of acts) {
      await expectError(act, 'auth.forbidden', stored);
    }
  });

  it('answers what may be named in braces, with what it stands for', async () => {
    const { client } = await administrator();
    const { placeholders } = await client.call(endpoints.contractTemplates.listTemplates, {});
    const { authority } = await currentText();
    expect(placeholders).toContainEqual({ name: 'authority.court', value: authority.court });
  });

  it('leaves a trace of who saved, published and gave up, with the digest of what it was', async () => {
    const [one, two] = [await administrator(), await administrator()];
    const draft = await publish(two.client, await newDraft(one.client));
    const object = `contractTemplate:${draft.id}`;
    const entries = await system()
      .container()
      .auditEntries.find({ object, action: /^contractTemplates\./ })
      .sort({ _id: 1 })
      .lean();
    const acts = entries.map(({ action }) => action);
    expect(acts).toEqual(['contractTemplates.saveDraft', 'contractTemplates.publishDraft']);
    const notes = entries.map((entry) => (entry.notes as Record<string, unknown>).contentSha256);
    expect(new Set(notes).size).toBe(1);
    expect(notes[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('who has agreed to the version before', () => {
  const publishAnother = async (keyPoint: string) => {
    const [one, two] = [await administrator(), await administrator()];
    await publish(two.client, await newDraft(one.client, keyPoint));
  };
  const printedFor = async (context: StoryContext) =>
    plainTextOf(
      await context.applicant.call(endpoints.contracts.readContractPdf, { params: { orderId: orderOf(context).id } }),
    );

  it('reads and agrees anew before they sign', async () => {
    const context = await walkTo(system(), 'signature');
    await publishAnother('新版要点：签署之前发布。');
    await expectError(() => sign(context), 'contracts.version_outdated', orderState(system(), context));
    await takeSteps(context, 'consent', 'sign');
    expect(await printedFor(context)).toContain('新版要点：签署之前发布。');
  });

  it('gets what they signed, when it is published before the sealing', async () => {
    const context = await walkTo(system(), 'signature');
    await system().container().dispatcher.stop();
    await sign(context);
    await publishAnother('新版要点：签署之后发布。');
    await system().restartBff();
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
    expect(await printedFor(context)).not.toContain('新版要点：签署之后发布。');
  });
});
