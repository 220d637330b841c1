import { type ElectronicSealView, endpoints } from '@acceptance/shared';
import { outboxEntry } from '../../bff/src/database/outbox';
import { fenceOf } from '../../bff/src/database/outbox-store';
import { makeSeal } from '../../bff/src/modules/electronic-seals/make-seal';
import { SEAL_JOBS } from '../../bff/src/modules/electronic-seals/seal-jobs';
import { buildCsr, generatePrivateKeyPem, openSigningKeyPem } from '../../bff/src/pki';
import type { FileStore } from '../../bff/src/ports/file-store';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { expectError } from '../support/expect-error';
import { paidOrder } from '../support/order-copies';
import { judgeOfSeal } from '../support/seal-judge';
import { storedOrder } from '../support/stored-state';
import { newClient, newestSms, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const settle = () => system().world.settle();

const PROJECT = 'procurement-cloud';
const unit = { projectId: PROJECT, applicantType: 'unit', delivery: 'download' } as const;
const person = { projectId: 'personal-signing', applicantType: 'person', delivery: 'download' } as const;

beforeAll(async () => {
  const projects = system().container().connection.collection<{ _id: string; deliveryWays: string[] }>('projects');
  await projects.updateOne({ _id: PROJECT }, { $addToSet: { deliveryWays: 'download' } });
});

/** Somebody whose certificate is issued, and whose seal is in the making. */
async function certified(options: typeof unit | typeof person = unit): Promise<StoryContext> {
  return takeSteps(await paidOrder(system(), options), 'request-certificate');
}

const certificateOf = async (context: StoryContext) =>
  (await context.applicant.call(endpoints.certificates.readIssuing, { params: paramsOf(context) })).certificate!;
const sealsOf = async ({ applicant }: StoryContext): Promise<ElectronicSealView[]> =>
  (await applicant.call(endpoints.electronicSeals.listSeals, {})).items;
async function sealOf(context: StoryContext): Promise<ElectronicSealView> {
  const seals = await sealsOf(context);
  expect(seals).toHaveLength(1);
  return seals[0]!;
}
const dataOf = ({ applicant }: StoryContext, { id }: ElectronicSealView) =>
  applicant.call(endpoints.electronicSeals.readSealData, { params: { sealId: id } });
const check = (bytes: Uint8Array) =>
  newClient(system()).call(endpoints.electronicSeals.verifySeal, {
    file: { bytes, fileName: 'seal.esl', mediaType: 'application/octet-stream' },
  });
const unitNameOf = async (context: StoryContext) =>
  (await certificateOf(context)).subject.find(({ type }) => type === 'organizationName')?.value;

async function askDesk(
  context: StoryContext,
  act: 'suspendCertificate' | 'releaseCertificate' | 'revokeCertificate',
): Promise<void> {
  const params = { certificateId: (await certificateOf(context)).id };
  const { certificateDesk } = endpoints;
  if (act === 'releaseCertificate') {
    await context.staff.call(certificateDesk.releaseCertificate, { params });
  } else if (act === 'suspendCertificate') {
    await context.staff.call(certificateDesk.suspendCertificate, { params, body: { note: '持有人来电' } });
  } else {
    const body = { reason: 'keyCompromise', note: '持有人来电' } as const;
    await context.staff.call(certificateDesk.revokeCertificate, { params, body });
  }
  await settle();
}

describe("a unit's seal", () => {
  it('is made when the certificate is issued, and bound to it', async () => {
    const context = await certified();
    const certificate = await certificateOf(context);
    const seal = await sealOf(context);
    expect(seal).toMatchObject({
      certificateId: certificate.id,
      orderId: orderOf(context).id,
      kind: 'unit',
      state: 'ready',
      name: await unitNameOf(context),
      purpose: '电子签章专用章',
      validTo: certificate.notAfter,
    });
    expect(seal.code).toMatch(/^990100\d{7}$/);
    const read = await context.applicant.call(endpoints.electronicSeals.readSeal, { params: { sealId: seal.id } });
    expect(read).toEqual(seal);

    const der = await dataOf(context, seal);
    expect(judgeOfSeal(der)).toContain('Verified OK');
    const holder = Buffer.from(certificate.chainPem[0]!.replace(/-----[^-]+-----/g, ''), 'base64');
    expect(Buffer.from(der).includes(holder)).toBe(true);
    const { validFrom, validTo } = seal;
    const said = { genuine: true, standing: 'ready', kind: 'unit', name: seal.name, validFrom, validTo };
    expect(await check(der)).toEqual(said);
  });

  it('is a picture to be looked at, transparent, and one of outlines', async () => {
    const context = await certified();
    const params = { sealId: (await sealOf(context)).id };
    const { readSealPicture } = endpoints.electronicSeals;
    const png = await context.applicant.call(readSealPicture, { params });
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    const svg = await context.applicant.call(readSealPicture, { params, query: { format: 'svg' } });
    expect(Buffer.from(svg).toString()).toMatch(/^<svg .*<path/);
  });

  it('has a number that no other has', async () => {
    const [one, other] = [await sealOf(await certified()), await sealOf(await certified())];
    expect(other.code).not.toBe(one.code);
  });

  it('is not made where the project has none', async () => {
    const context = await paidOrder(system(), unit);
    const { orders } = system().container();
    await orders.updateOne({ _id: orderOf(context).id }, { $set: { 'project.certificate.seal': null } });
    await takeSteps(context, 'request-certificate');
    expect((await certificateOf(context)).state).toBe('issued');
    expect(await sealsOf(context)).toEqual([]);
    await expectError(
      () => context.applicant.call(endpoints.electronicSeals.previewSeal, { params: paramsOf(context) }),
      'electronic_seals.not_offered',
    );
  });

  it('is made for a key in a UKey alike', async () => {
    const context = await paidOrder(system());
    const params = paramsOf(context);
    await context.staff.call(endpoints.certificateDesk.startIssuing, { params });
    const key = openSigningKeyPem(await generatePrivateKeyPem('sm2'));
    const csr = await buildCsr(key, [{ type: 'commonName', value: '随便什么人' }]);
    const body = { csr: Buffer.from(csr).toString('base64'), tokenSerialNumber: 'TOKEN-1' };
    await context.staff.call(endpoints.certificateDesk.requestCertificate, { params, body });
    await settle();
    const seal = await sealOf(context);
    expect(seal.state).toBe('ready');
    expect(await check(await dataOf(context, seal))).toMatchObject({ genuine: true, standing: 'ready' });
  });
});

describe("a person's seal", () => {
  it('is the signature under the contract, without a number', async () => {
    const context = await certified(person);
    const seal = await sealOf(context);
    expect(seal).toMatchObject({ kind: 'person', state: 'ready', name: context.person.name, code: null });
    expect(await check(await dataOf(context, seal))).toMatchObject({ genuine: true, kind: 'person' });
  });
});

describe('a preview', () => {
  it('shows the seal before there is one, and keeps nothing', async () => {
    const context = await paidOrder(system(), unit);
    const png = await context.applicant.call(endpoints.electronicSeals.previewSeal, { params: paramsOf(context) });
    expect(Buffer.from(png).subarray(1, 4).toString()).toBe('PNG');
    expect(await sealsOf(context)).toEqual([]);
  });

  it('is not shown before anything was agreed to, nor to somebody else', async () => {
    const early = await walkTo(system(), 'identity');
    const preview = ({ applicant }: StoryContext) =>
      applicant.call(endpoints.electronicSeals.previewSeal, { params: paramsOf(early) });
    await expectError(() => preview(early), 'electronic_seals.not_offered');
    const stranger = await walkTo(system(), 'identity');
    await expectError(() => preview(stranger), 'orders.not_found');
  });

  it('says in words when no font has the name', async () => {
    const context = await paidOrder(system(), unit);
    const { sealMaker } = system().container();
    const draw = sealMaker.drawUnitSeal;
    Object.assign(sealMaker, {
      drawUnitSeal: (words: Parameters<typeof draw>[0]) => draw({ ...words, name: '\ue000' }),
    });
    try {
      await expectError(
        () => context.applicant.call(endpoints.electronicSeals.previewSeal, { params: paramsOf(context) }),
        'electronic_seals.not_drawable',
      );
    } finally {
      Object.assign(sealMaker, { drawUnitSeal: draw });
    }
  });
});

describe('the state of a seal', () => {
  it('is that of its certificate: on hold, released, revoked', async () => {
    const context = await certified();
    const der = await dataOf(context, await sealOf(context));
    for (const [act, state] of [
      ['suspendCertificate', 'suspended'],
      ['releaseCertificate', 'ready'],
      ['revokeCertificate', 'revoked'],
    ] as const) {
      await askDesk(context, act);
      expect((await sealOf(context)).state).toBe(state);
      expect(await check(der)).toMatchObject({ genuine: true, standing: state });
    }
  });

  it('ends with a revocation by the holder', async () => {
    const context = await certified(person);
    await context.applicant.call(endpoints.personalData.requestProof, {});
    await context.applicant.call(endpoints.certificates.revokeCertificate, {
      params: { certificateId: (await certificateOf(context)).id },
      body: { reason: 'keyCompromise', code: newestSms(system(), context.person)?.code ?? '' },
    });
    await settle();
    expect((await sealOf(context)).state).toBe('revoked');
  });

  it('never becomes ready when the certificate was revoked while it was being made', async () => {
    const context = await certified();
    const { certificates, electronicSeals, connection } = system().container();
    const { id } = await sealOf(context);
    const record = (await electronicSeals.findById(id).lean())!;
    await electronicSeals.updateOne({ _id: id }, { $set: { state: 'making', made: null, outbox: [] } });
    await certificates.updateOne({ _id: record.certificateId }, { $set: { state: 'revoked' } });
    const files = await connection.collection('stored_files.files').countDocuments();
    await makeSeal(system().container(), { ownerId: id, fence: {} });
    expect((await sealOf(context)).state).toBe('revoked');
    expect(await connection.collection('stored_files.files').countDocuments()).toBe(files);
    const seal = await sealOf(context);
    await expectError(() => dataOf(context, seal), 'electronic_seals.not_made');
  });
});

describe('somebody else', () => {
  it('finds neither the seal nor its files', async () => {
    const params = { sealId: (await sealOf(await certified())).id };
    const { applicant } = await walkTo(system(), 'identity');
    const { readSeal, readSealPicture, readSealData } = endpoints.electronicSeals;
    for (const endpoint of [readSeal, readSealPicture, readSealData]) {
      await expectError(() => applicant.call(endpoint, { params }), 'electronic_seals.not_found');
    }
  });

  it('of the public may check a seal, and learns why one is not genuine', async () => {
    const context = await certified();
    const der = await dataOf(context, await sealOf(context));
    const flipped = (at: number) => Uint8Array.from(der, (byte, place) => (place === at ? byte ^ 1 : byte));
    expect(await check(Buffer.from('no seal'))).toEqual({ genuine: false, reason: 'unreadable' });
    expect(await check(der.subarray(0, der.length - 10))).toEqual({ genuine: false, reason: 'unreadable' });
    expect(await check(flipped(der.length - 1))).toEqual({ genuine: false, reason: 'altered' });
    await expectError(() => check(new Uint8Array(600 * 1024)), 'request.too_large');
    await expectError(() => check(new Uint8Array(0)), 'electronic_seals.data_missing');
    await expectError(
      () => newClient(system()).call(endpoints.electronicSeals.verifySeal, {}),
      'electronic_seals.data_missing',
    );
  });

  it('is told of a seal with our signature that is not the one we keep', async () => {
    const context = await certified();
    const seal = await sealOf(context);
    const der = await dataOf(context, seal);
    const { electronicSeals } = system().container();
    await electronicSeals.updateOne({ _id: seal.id }, { $set: { 'made.sha256': '0'.repeat(64) } });
    expect(await check(der)).toMatchObject({ genuine: true, standing: 'unknown' });
  });

  it('may ask thirty times in ten minutes', async () => {
    for (let asked = 0; asked < 30; asked += 1) {
      await check(Buffer.from('no seal'));
    }
    await expectError(() => check(Buffer.from('no seal')), 'request.too_frequent');
  });
});

describe('a process that was too slow', () => {
  it('cannot write over the one that took the job from it, and leaves no file behind', async () => {
    const context = await certified();
    const { id } = await sealOf(context);
    const container = system().container();
    const { electronicSeals, connection } = container;
    const entry = { ...outboxEntry(SEAL_JOBS.make, system().clock.now()), leasedBy: 'the faster one' };
    const making = { state: 'making', made: null, outbox: [entry] } as const;
    await electronicSeals.updateOne({ _id: id }, { $set: making });
    const countFiles = () => connection.collection('stored_files.files').countDocuments();
    const files = await countFiles();
    const run = (leasedBy: string) =>
      makeSeal(container, { ownerId: id, fence: fenceOf({ entryId: entry.id, leasedBy }) });
    await run('the slow one');
    expect(await countFiles()).toBe(files);
    expect((await sealOf(context)).state).toBe('making');
    await run('the faster one');
    expect((await sealOf(context)).state).toBe('ready');
    expect(await countFiles()).toBe(files + 3);
  });

  it.each(['write', 'read'] as const)('or died while it %ss files leaves none of them', async (step) => {
    const context = await certified();
    const { id } = await sealOf(context);
    const container = system().container();
    const { electronicSeals, connection, fileStore } = container;
    await electronicSeals.updateOne({ _id: id }, { $set: { state: 'making', made: null, outbox: [] } });
    const countFiles = () => connection.collection('stored_files.files').countDocuments();
    const files = await countFiles();
    let calls = 0;
    const dying = async (): Promise<never> => {
      throw new Error('killed');
    };
    const mortal: FileStore = {
      ...fileStore,
      write: (...file) => {
        calls += 1;
        return step === 'write' && calls === 3 ? dying() : fileStore.write(...file);
      },
      read: (fileId) => (step === 'read' && calls === 3 ? dying() : fileStore.read(fileId)),
    };
    await expect(makeSeal({ ...container, fileStore: mortal }, { ownerId: id, fence: {} })).rejects.toThrow('killed');
    expect((await sealOf(context)).state).toBe('making');
    await makeSeal(container, { ownerId: id, fence: {} });
    expect((await sealOf(context)).state).toBe('ready');
    expect(await countFiles()).toBe(files + 3);
  });
});

describe('making that fails', () => {
  it('is a task of the issuer; made again it is the same seal', async () => {
    const context = await paidOrder(system(), unit);
    const { sealMaker } = system().container();
    const { sign } = sealMaker;
    Object.assign(sealMaker, {
      sign: (seal: Parameters<typeof sign>[0]) => sign({ ...seal, createdAt: new Date('2999-01-01') }),
    });
    try {
      await takeSteps(context, 'request-certificate');
    } finally {
      Object.assign(sealMaker, { sign });
    }
    const failed = await sealOf(context);
    expect(failed).toMatchObject({ state: 'failed', validTo: null });
    expect((await certificateOf(context)).state).toBe('issued');
    const { items } = await context.staff.call(endpoints.tasks.listTasks, { query: { limit: '50' } });
    const task = items.find(({ subject }) => subject.id === failed.id)!;
    expect(task).toMatchObject({ kind: 'seal-not-made', canRedo: true });
    expect(task.facts).toContainEqual({ name: 'reason', value: 'validity_unfit' });
    await context.staff.call(endpoints.tasks.redoTask, { params: { taskId: task.id } });
    await settle();
    expect(await sealOf(context)).toMatchObject({ id: failed.id, code: failed.code, state: 'ready' });
  });

  it('writes nothing of the name into the log', async () => {
    const context = await certified();
    const { name } = await sealOf(context);
    expect(system().logText()).not.toContain(name);
    expect((await storedOrder(system(), context)).status).toBe('delivered');
  });
});
