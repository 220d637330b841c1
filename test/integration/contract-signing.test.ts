import { createHash } from 'node:crypto';
import { endpoints } from '@acceptance/shared';
import { mongo } from 'mongoose';
import { outboxEntry } from '../../bff/src/database/outbox';
import { fenceOf } from '../../bff/src/database/outbox-store';
import { CONTRACT_JOBS } from '../../bff/src/modules/contracts/contract-jobs';
import { sealContract } from '../../bff/src/modules/contracts/seal-contract';
import { upload } from '../../scripts/story/application-steps';
import { orderOf } from '../../scripts/story/story-context';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import { consent, readText, sign } from '../support/contract-calls';
import { expectError } from '../support/expect-error';
import { copyAt } from '../support/order-copies';
import { forgetInk, inkIdOf } from '../support/stored-ink';
import { eventsOf, openConsent, orderState, storedAccount, storedOrder } from '../support/stored-state';
import { meet, paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();

const times = <T>(count: number, make: () => Promise<T>): Promise<T>[] => Array.from({ length: count }, make);

describe('consent to the contract', () => {
  it.each([
    ['was not ticked', { agreed: false }, 'contracts.consent_required'],
    ['was ticked without reading to the end', { readToEnd: false }, 'contracts.consent_required'],
    ['names another version', { version: '0.0.0' }, 'contracts.version_outdated'],
    ['names another text', { sha256: 'a'.repeat(64) }, 'contracts.version_outdated'],
    ['names other parties', { detailsSha256: 'a'.repeat(64) }, 'contracts.details_changed'],
  ] as const)('is refused when it %s', async (_title, change, code) => {
    const context = await copyAt(system(), 'id-card');
    await readText(context);
    await expectError(() => consent(context, change), code, orderState(system(), context));
  });

  it('records version, digest, time, how it was read, and, sealed, device and address', async () => {
    const context = await copyAt(system(), 'id-card');
    await consent(context);
    const order = await storedOrder(system(), context);
    const { contract } = order;
    expect(contract.consent).toEqual({
      version: expect.any(String),
      textSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      detailsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      details: expect.stringMatching(/^v2\./),
      at: system().clock.now(),
      readToEnd: true,
      readingSeconds: 0,
      reading: {
        sections: expect.arrayContaining([{ id: 'article-1', seconds: 0 }]),
        openedAt: system().clock.now(),
        inHaste: true,
        confirmsRead: true,
      },
      device: expect.stringMatching(/^v2\./),
      address: expect.stringMatching(/^v2\./),
    });
    expect(openConsent(system(), order)).toEqual({ device: 'test', address: expect.stringContaining('127.0.0.1') });
  });

  it('given again after signing changes nothing', async () => {
    const context = await copyAt(system(), 'sealed');
    const before = await storedOrder(system(), context);
    expect((await consent(context)).contract.state).toBe('acknowledged');
    expect(await storedOrder(system(), context)).toEqual(before);
  });
});

describe('signing the contract', () => {
  it('is refused step by step while something is missing', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars', 'identity', 'id-card');
    await expectError(() => sign(context), 'contracts.consent_required', orderState(system(), context));
    await takeSteps(context, 'consent');
    await expectError(() => sign(context), 'contracts.signature_required', orderState(system(), context));
  });

  it('is refused with one side of the ID card, and with a signature that was uploaded but not confirmed', async () => {
    const context = await meet(system(), 'sign-in', 'start', 'particulars', 'identity', 'id-card', 'consent');
    await upload(context, 'signature', drawSampleSignature(), 'image/png');
    await expectError(() => sign(context), 'contracts.signature_required', orderState(system(), context));
    await system()
      .container()
      .orders.updateOne({ _id: orderOf(context).id }, { $set: { 'idCard.back': null } });
    await expectError(() => sign(context), 'contracts.id_card_required', orderState(system(), context));
  });

  it('twice, and five times at once, makes one contract', async () => {
    const context = await walkTo(system(), 'signature');
    await Promise.all(times(5, () => sign(context)));
    await sign(context);
    await system().settle();
    await sign(context);
    const order = await storedOrder(system(), context);
    expect(eventsOf(order).filter((event) => event === 'seal-contract')).toHaveLength(1);
    const { connection } = system().container();
    const files = await connection
      .collection('stored_files.files')
      .find({ filename: order.contract.fileId! })
      .toArray();
    expect(files).toHaveLength(1);
    expect(order.outbox).toEqual([]);
  });

  it('is refused to whoever is no longer the legal representative whom the contract names', async () => {
    const agreed = await walkTo(system(), 'signature');
    const context = await meet(system(), 'sign-in', 'identity');
    const accountId = (await storedAccount(system(), context))._id.toHexString();
    const { orderId } = paramsOf(agreed);
    await system().container().orders.updateOne({ _id: orderId }, { $set: { accountId } });
    await expectError(
      () => sign({ ...context, order: agreed.order }),
      'units.role_mismatch',
      orderState(system(), agreed),
    );
  });

  it('freezes photos and signature', async () => {
    const context = await walkTo(system(), 'sign');
    const { idCard, signature } = orderOf(context);
    const params = paramsOf(context);
    await expectError(
      () => context.applicant.call(endpoints.orders.saveIdCard, { params, body: { frontFileId: idCard.front!.id } }),
      'contracts.already_signed',
      orderState(system(), context),
    );
    await expectError(
      () => context.applicant.call(endpoints.orders.confirmSignature, { params, body: { fileId: signature!.id } }),
      'contracts.already_signed',
      orderState(system(), context),
    );
  });
});

describe('the ink of the signature', () => {
  it('is stored with the signature, encrypted, so that sealing decodes no picture', async () => {
    const context = await walkTo(system(), 'signature');
    const { connection, fileStore } = system().container();
    const inkId = await inkIdOf(system(), context);
    expect((await fileStore.read(inkId))!.subarray(0, 4).toString()).toBe('INK1');
    const stored = await connection.collection('stored_files.chunks').findOne({ files_id: new mongo.ObjectId(inkId) });
    expect(Buffer.from(stored!.data.buffer).subarray(0, 3).toString()).toBe('v3.');

    await fileStore.delete((await storedOrder(system(), context)).signature!.id);
    await sign(context);
    await system().settle();
    expect((await storedOrder(system(), context)).contract.state).toBe('sealed');
  });

  it('was not stored once: such a signature is sealed from its picture, into the same bytes', async () => {
    // No two stamps are alike.
    system().standIns.faults.set({ standIn: 'trust', fault: 'server-error' });
    const context = await walkTo(system(), 'sign');
    const { contract } = await storedOrder(system(), context);
    await forgetInk(system(), context);
    const entry = { ...outboxEntry(CONTRACT_JOBS.sealContract, system().clock.now()), leasedBy: 'this one' };
    const { orders } = system().container();
    const { orderId } = paramsOf(context);
    await orders.updateOne(
      { _id: orderId },
      { $set: { 'contract.state': 'sealing', 'contract.sha256': null, outbox: [entry] } },
    );
    await sealContract(system().container(), {
      ownerId: orderId,
      fence: fenceOf({ entryId: entry.id, leasedBy: 'this one' }),
    });
    const again = (await storedOrder(system(), context)).contract;
    expect(again.fileId).not.toBe(contract.fileId);
    expect(again).toMatchObject({ state: 'sealed', sha256: contract.sha256, timestamp: null });
    system().standIns.faults.reset();
  });
});

describe('the sealed contract', () => {
  it('is not to be had before it is made', async () => {
    const context = await walkTo(system(), 'signature');
    const params = paramsOf(context);
    await expectError(
      () => context.applicant.call(endpoints.contracts.readContractPdf, { params }),
      'contracts.not_ready',
    );
    const body = { sha256: 'a'.repeat(64), read: true };
    await expectError(
      () => context.applicant.call(endpoints.contracts.acknowledgeContract, { params, body }),
      'contracts.not_ready',
      orderState(system(), context),
    );
  });

  it('is acknowledged only as read, and only by the digest of the very bytes', async () => {
    const context = await copyAt(system(), 'sign');
    const params = paramsOf(context);
    const sha256 = orderOf(context).contract.sha256!;
    const acknowledge = (body: { sha256: string; read: boolean }) =>
      context.applicant.call(endpoints.contracts.acknowledgeContract, { params, body });
    await expectError(
      () => acknowledge({ sha256: 'a'.repeat(64), read: true }),
      'contracts.digest_mismatch',
      orderState(system(), context),
    );
    await expectError(
      () => acknowledge({ sha256, read: false }),
      'contracts.acknowledgement_required',
      orderState(system(), context),
    );
    expect((await acknowledge({ sha256, read: true })).contract.state).toBe('acknowledged');
    expect((await acknowledge({ sha256, read: true })).contract.state).toBe('acknowledged');
  });

  it('has the digest that the order names', async () => {
    const context = await walkTo(system(), 'sealed');
    const sha256 = createHash('sha256').update(context.contractPdf!).digest('hex');
    expect(orderOf(context).contract.fileSha256).toBe(sha256);
  });
});
