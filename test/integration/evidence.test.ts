import { createHash } from 'node:crypto';
import { API_BASE_PATH, buildPath, endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { allRecords } from '../support/audit-records';
import { failing, readEvidence, runIn, type UnpackedEvidence, unpack } from '../support/evidence-package';
import { expectError } from '../support/expect-error';
import { signInByCode } from '../support/password-people';
import { staffPerson } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { meet, newClient, paramsOf, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const sha256 = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
const DAY = 24 * 3_600_000;
const BLOCKS = 13;

const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
/** Acts that are shown whole, by what they were. */
const actionsIn = ({ text }: UnpackedEvidence): string[] =>
  lines(text('audit.jsonl')).map((line) => (JSON.parse(line) as string[])[6] ?? '');

describe('the evidence of a sealed contract', () => {
  let context: StoryContext;
  let zip: Uint8Array;
  const unpacked: UnpackedEvidence[] = [];
  const fresh = (): UnpackedEvidence => {
    const evidence = unpack(zip);
    unpacked.push(evidence);
    return evidence;
  };
  beforeAll(async () => {
    context = await walkTo(system(), 'review');
    await system().settle();
    zip = await readEvidence(context);
  });
  afterAll(() => {
    for (const evidence of unpacked) {
      evidence.remove();
    }
  });

  it('is checked by a stranger with exactly the commands that it says', () => {
    const evidence = fresh();
    expect(evidence.commands()).toHaveLength(BLOCKS);
    expect(failing(evidence)).toEqual([]);
  });

  it.each([
    ['a byte of the contract', 'contract.pdf', ['sha256sum', 'cat signer-chain.pem', 'pdfsig']],
    ['its text', 'text.json', ['sha256sum', 'hash=']],
    ['what it says of the parties', 'details.json', ['sha256sum', 'hash=']],
    ['the record of an act', 'audit.jsonl', ['sha256sum', 'while']],
    ['the signature', 'signature.p7s', ['sha256sum', 'od', 'cat signer-chain.pem', 'openssl ts -verify']],
  ])('shows by the right command that %s was changed', (_title, name, commands) => {
    const evidence = fresh();
    const valueAt = Number(/tail -c \+(\d+) signature\.p7s/.exec(evidence.commands().join('\n'))?.[1]);
    evidence.overwrite(name, (bytes) => {
      // Where no structure is that readers would repair: in the middle, or within the value of the signature.
      const at = name === 'signature.p7s' ? valueAt + 9 : Math.floor(bytes.length / 2);
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      return bytes;
    });
    const failed = failing(evidence);
    expect(failed).toHaveLength(commands.length);
    expect(failed.map((command, index) => command.startsWith(commands[index] ?? '?'))).not.toContain(false);
  });

  it('shows a contract of other hands by its certificate, whatever hashes were made for it', () => {
    const evidence = fresh();
    runIn(
      evidence.folder,
      'openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=other -keyout /dev/null -out root.pem 2>/dev/null',
    );
    expect(failing(evidence).map((command) => command.slice(0, 10))).toEqual(['sha256sum ', 'cat signer']);
  });

  it('is what was agreed to, by whom, when and how', async () => {
    const evidence = fresh();
    const { contract, orderNumber } = await storedOrder(system(), context);
    const pdf = await context.applicant.call(endpoints.contracts.readContractPdf, { params: paramsOf(context) });
    expect(evidence.text('manifest.sha256')).toContain(`${sha256(Buffer.from(pdf))}  contract.pdf\n`);
    expect(evidence.json('consent.json')).toMatchObject({
      agreedBy: { name: expect.stringContaining('*'), idNumber: expect.stringContaining('*') },
      orderNumber,
      contractNumber: contract.contractNumber,
      textSha256: sha256(evidence.text('text.json')),
      detailsSha256: sha256(evidence.text('details.json')),
      at: contract.consent?.at.toISOString(),
      readToEnd: true,
      device: 'story',
      address: expect.stringContaining('127.0.0.1'),
    });
    expect(evidence.json('details.json')).toMatchObject({ person: { name: context.person.name } });
    expect(evidence.text('text.txt')).toContain(context.person.name);
    expect(evidence.json('identity.json')).toMatchObject({
      result: { verified: true, channel: 'provider', verifiedAfterConsent: false },
    });
    expect(evidence.text('identity.json')).not.toContain(context.person.idNumber);
  });

  it('names photos and signature by their hashes, and says how the signature was written', async () => {
    const evidence = fresh();
    const { signature, idCard } = await storedOrder(system(), context);
    const { fileStore } = system().container();
    const hashOf = async (id: string) => sha256((await fileStore.read(id))!);
    expect(evidence.json('photos.json')).toMatchObject([
      { purpose: 'id-card-front', sha256: await hashOf(idCard.front!.id), byteLength: idCard.front!.byteLength },
      { purpose: 'id-card-back', sha256: await hashOf(idCard.back!.id) },
      { purpose: 'attachment' },
    ]);
    expect(evidence.json('signature.json')).toEqual({
      picture: expect.objectContaining({ purpose: 'signature', sha256: await hashOf(signature!.id) }),
      ink: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), byteLength: expect.any(Number) },
      writing: { strokes: 6, points: 212, durationMs: 3_480, strokesSha256: expect.stringMatching(/^c0ffee/) },
    });
    expect(evidence.names.filter((name) => /\.(jpg|png)$/.test(name))).toEqual([]);
  });

  it('holds the acts of the applicant whole, and of the staff what the applicant may see', async () => {
    const evidence = fresh();
    const records = await allRecords(system());
    expect(actionsIn(evidence)).toEqual(
      expect.arrayContaining(['contracts.recordConsent', 'contracts.signContract', 'job.seal-contract']),
    );
    const hashes = lines(evidence.text('audit.hashes'));
    expect(hashes.filter((hash) => !records.some((record) => record.hash === hash))).toEqual([]);
    const others = lines(evidence.text('audit-others.jsonl')).map((line) => JSON.parse(line) as unknown);
    expect(others).toContainEqual(expect.objectContaining({ action: 'staff.readOrderFile', by: 'reviewer' }));
    const staffIds = records.flatMap(({ actor }) => (actor.kind === 'staff' && actor.id ? [actor.id] : []));
    expect(staffIds).not.toEqual([]);
    const all = evidence.names.map(evidence.text).join('\n');
    expect(staffIds.filter((id) => all.includes(id))).toEqual([]);
  });

  it('names the anchors that hold the chain to what it was', async () => {
    system().clock.advance(DAY);
    await system().settle();
    const { session } = await signInByCode(system(), context.person);
    context.applicant.accessToken = session.accessToken;
    const evidence = unpack(await readEvidence(context));
    unpacked.push(evidence);
    const told = evidence.json('audit-anchor.json') as Record<string, { seq: number; hash: string }>;
    expect(Object.keys(told).sort()).toEqual(['chainEnd', 'firstAfterSealing', 'newest']);
    const records = await allRecords(system());
    for (const { seq, hash } of Object.values(told)) {
      expect(records).toContainEqual(expect.objectContaining({ seq, hash }));
    }
    expect(failing(evidence)).toEqual([]);
  });

  it('says so where the phone did not tell how the signature was written', async () => {
    const { orders } = system().container();
    await orders.updateOne({ _id: paramsOf(context).orderId }, { $unset: { signatureWriting: 1 } });
    const evidence = unpack(await readEvidence(context));
    unpacked.push(evidence);
    expect(evidence.json('signature.json')).toMatchObject({ writing: null });
    expect(evidence.text('CHECK.md')).toContain('当时的程序还不测量');
  });

  it('begins to arrive before all of it has been read', async () => {
    const { auditAnchors } = system().container();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const find = auditAnchors.find.bind(auditAnchors);
    const spy = jest.spyOn(auditAnchors, 'find').mockImplementation(((...args: Parameters<typeof find>) => {
      const query = find(...args);
      const lean = query.lean.bind(query);
      query.lean = (() => held.then(() => lean())) as unknown as typeof query.lean;
      return query;
    }) as typeof find);
    try {
      const path = buildPath(endpoints.evidence.readOwnEvidence, { params: paramsOf(context) });
      const answer = await fetch(`${system().origin}${API_BASE_PATH}${path}`, {
        headers: { authorization: `Bearer ${context.applicant.accessToken}` },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
      const reader = answer.body!.getReader();
      let length = 0;
      while (length < 200_000) {
        length += (await reader.read()).value!.length;
      }
      release();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        length += part.value.length;
      }
      expect(length).toBeGreaterThan(250_000);
    } finally {
      release();
      spy.mockRestore();
    }
  });
});

describe('who gets evidence', () => {
  it('nobody before the contract is sealed', async () => {
    const context = await walkTo(system(), 'signature');
    await expectError(() => readEvidence(context), 'contracts.not_ready');
  });

  it('the applicant again and again, and nobody else', async () => {
    const context = await walkTo(system(), 'sealed');
    const params = paramsOf(context);
    const stranger = await meet(system(), 'sign-in', 'start', 'particulars', 'identity');
    await expectError(
      () => stranger.applicant.call(endpoints.evidence.readOwnEvidence, { params }),
      'orders.not_found',
    );
    await expectError(() => newClient(system()).call(endpoints.evidence.readOwnEvidence, { params }), 'auth.required');
    const before = await storedOrder(system(), context);
    const [one, other] = [unpack(await readEvidence(context)), unpack(await readEvidence(context))];
    expect(one.names).toEqual(other.names);
    expect(one.text('consent.json')).toBe(other.text('consent.json'));
    expect(await storedOrder(system(), context)).toEqual(before);
    one.remove();
    other.remove();
  });

  it('an administrator, which the applicant sees; no reviewer, and nobody before it was handed in', async () => {
    const context = await walkTo(system(), 'submit');
    const params = paramsOf(context);
    const administrator = await staffPerson(system());
    const reviewer = await staffPerson(system(), ['reviewer']);
    const read = (client: typeof administrator.client, of = params) =>
      client.call(endpoints.evidence.readOrderEvidence, { params: of });
    const evidence = unpack(await read(administrator.client));
    expect(failing(evidence)).toEqual([]);
    evidence.remove();
    await expectError(() => read(reviewer.client), 'auth.forbidden');
    const draft = await walkTo(system(), 'sealed');
    await expectError(() => read(administrator.client, paramsOf(draft)), 'orders.not_found');
    const looks = await context.applicant.call(endpoints.personalData.listLooks, { query: {} });
    expect(looks.items).toMatchObject([{ roles: ['administrator'], seen: [{ kind: 'contract' }] }]);
  });

  it('twenty times in an hour at most', async () => {
    const context = await walkTo(system(), 'signature');
    for (let call = 0; call < 20; call += 1) {
      await expectError(() => readEvidence(context), 'contracts.not_ready');
    }
    await expectError(() => readEvidence(context), 'request.too_frequent');
  });
});
