import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeParty, type Party, type PartyWishes } from '../../contract-pdf/testing/made-certificate';
import { sampleAuthority } from '../../contract-pdf/testing/sample-contract';
import { readPublicKey, signatureAlgorithmOf, verifySignature } from '../../pki';
import type { SealingKey } from '../../ports/contract-signer';
import { type Pkcs11KeyName, readPkcs11Uri } from '../../signing-keys/pkcs11/pkcs11-uri';
import { createSoftToken, finaliseSoftHsm, type SoftToken, TOKEN_PIN } from '../../signing-keys/testing/soft-hsm';
import type { SealingKeyPlace } from './contract-signer-settings';
import { type ContractSignerOptions, createContractSigner, type KeyChange } from './create-contract-signer';

// Threads start with their own compiler: seconds on a busy machine.

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const issuer = madeParty({
  commonName: '测试签发机构',
  notBefore: at('2020-01-01'),
  notAfter: at('2040-01-01'),
  usages: ['keyCertSign'],
  pathLength: null,
});
const signerOf = (wishes: Partial<PartyWishes> = {}): Party =>
  madeParty({
    commonName: sampleAuthority.name,
    issuer,
    notBefore: at('2026-01-01'),
    notAfter: at('2027-01-01'),
    usages: ['digitalSignature'],
    ...wishes,
  });
const pemOfKey = ({ key }: Party): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const root = mkdtempSync(join(tmpdir(), 'contract-signer-'));
let token: SoftToken;
beforeAll(() => {
  token = createSoftToken(root, 'contracts');
});
let folder: string;
let now: Date;
let changes: KeyChange[];
const opened: { close(): Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(root, 'files-'));
  now = at('2026-06-01');
  changes = [];
});
afterEach(() => Promise.all(opened.splice(0).map((signer) => signer.close())));
afterAll(() => {
  finaliseSoftHsm();
  rmSync(root, { recursive: true, force: true });
});

const file = (name: string): string => join(folder, name);
const write = (name: string, content: string): string => {
  writeFileSync(file(name), content);
  return file(name);
};
/** As an operator does it: the new file is whole when it gets the name. */
const put = (name: string, content: string): void => renameSync(write(`${name}.new`, content), file(name));
const chainOf = (party: Party): string => `${party.pem}${issuer.pem}`;

const start = async (key: SealingKeyPlace, more: Partial<ContractSignerOptions> = {}) => {
  const signer = await createContractSigner({
    settings: { chainFile: file('chain.pem'), key, authorityName: sampleAuthority.name },
    now: () => now,
    onChange: (change) => changes.push(change),
    tokens: { deadline: () => AbortSignal.timeout(120_000) },
    ...more,
  });
  opened.push(signer);
  return signer;
};
const inPem = (party: Party): SealingKeyPlace => {
  write('chain.pem', chainOf(party));
  return { kind: 'pem', file: write('key.pem', pemOfKey(party)) };
};
let tokenKeys = 0;
const inToken = (party: Party, pin = TOKEN_PIN): SealingKeyPlace => {
  tokenKeys += 1;
  const uri = token.importKey(`seal-${tokenKeys}`, `0${tokenKeys}`, pemOfKey(party));
  write('chain.pem', chainOf(party));
  return { kind: 'pkcs11', name: readPkcs11Uri(uri) as Pkcs11KeyName, pinFile: write('pin', `${pin}\n`) };
};

const message = Buffer.from('a contract');
async function signsAs(key: SealingKey, { keyInfo }: Party): Promise<boolean> {
  const publicKey = readPublicKey(keyInfo);
  return verifySignature(publicKey, signatureAlgorithmOf(publicKey.algorithm), message, await key.sign(message));
}

describe('the key lies', () => {
  it('in a PEM file', async () => {
    const party = signerOf();
    const key = await (await start(inPem(party))).keyAt(now);
    expect(key).toMatchObject({ algorithm: 'ecdsa-p256', chainPem: chainOf(party) });
    expect(key.chain.map((der) => Buffer.from(der))).toEqual([party.der, issuer.der]);
    expect(await signsAs(key, party)).toBe(true);
  });

  it('in a PKCS#12 file, whose passphrase is in another', async () => {
    const party = signerOf();
    const { file: keyFile } = inPem(party) as { file: string };
    const made = ['-inkey', keyFile, '-in', file('chain.pem'), '-out', file('key.p12'), '-passout', 'pass:of the file'];
    execFileSync('openssl', ['pkcs12', '-export', ...made]);
    const place = {
      kind: 'pkcs12',
      file: file('key.p12'),
      passphraseFile: write('passphrase', 'of the file\n'),
    } as const;
    expect(await signsAs(await (await start(place)).keyAt(now), party)).toBe(true);
    write('passphrase', 'of another file');
    await expect(start(place)).rejects.toThrow('key-unfit (The passphrase does not open the file)');
  });

  it('in a token', async () => {
    const party = signerOf();
    const key = await (await start(inToken(party))).keyAt(now);
    expect(key).toMatchObject({ algorithm: 'ecdsa-p256', signatureBytes: 72 });
    expect(await Promise.all([1, 2, 3].map(() => signsAs(key, party)))).toEqual([true, true, true]);
    expect(changes).toEqual([]);
  });
});

describe('a start is refused', () => {
  it.each<[string, Partial<PartyWishes>]>([
    ['certificate-ended', { notAfter: at('2026-05-31') }],
    ['certificate-not-yet-valid', { notBefore: at('2026-06-02') }],
    ['certificate-usage', { purposes: ['serverAuth'] }],
    ['certificate-name', { commonName: '别的公司' }],
  ])('for %s', async (code, wishes) => {
    await expect(start(inPem(signerOf(wishes)))).rejects.toThrow(`cannot be used: ${code}`);
  });

  it('for a key of another certificate, a chain out of order, and files that cannot be read; no path is shown', async () => {
    const place = inPem(signerOf());
    write('key.pem', pemOfKey(signerOf()));
    await expect(start(place)).rejects.toThrow('not the one of the first certificate');
    const party = signerOf();
    write('key.pem', pemOfKey(party));
    write('chain.pem', `${party.pem}${signerOf().pem}`);
    await expect(start(place)).rejects.toThrow('not in order');
    write('chain.pem', 'nothing');
    await expect(start(place)).rejects.toThrow('chain-unreadable');
    write('chain.pem', chainOf(party));
    const nowhere = { kind: 'pem', file: file('nowhere.pem') } as const;
    await expect(start(nowhere)).rejects.toThrow(/key-unreadable$/);
  });

  it('for a key in a token that is not of the certificate, and for what the product refuses', async () => {
    const place = inToken(signerOf());
    write('chain.pem', chainOf(signerOf()));
    await expect(start(place)).rejects.toThrow('token-key');
    const refusalsOf = () => ['of the trial'];
    await expect(start(inPem(signerOf()), { refusalsOf })).rejects.toThrow('chain-refused (of the trial)');
  });
});

describe('a key is replaced without a restart', () => {
  it('with the next contract, when both of its files are there', async () => {
    const [before, after] = [signerOf(), signerOf()];
    const signer = await start(inPem(before));
    const first = await signer.keyAt(now);
    expect(await signer.keyAt(now)).toBe(first);
    put('chain.pem', chainOf(after));
    // In between the pair does not fit: nothing is replaced, and it is said once.
    expect(await signer.keyAt(now)).toBe(first);
    expect(await signer.keyAt(now)).toBe(first);
    expect(changes).toEqual([{ outcome: 'refused', reason: expect.stringContaining('key-unfit') }]);
    put('key.pem', pemOfKey(after));
    const [one, two] = await Promise.all([signer.keyAt(now), signer.keyAt(now)]);
    expect(one).toBe(two);
    expect(await signsAs(one, after)).toBe(true);
    expect(changes.slice(1)).toEqual([{ outcome: 'taken', isNewCertificate: true }]);
    expect(await signer.chains()).toEqual([chainOf(after), chainOf(before)]);
    expect(signer.knownKey()).toBe(one);
  });

  it('also when the one before has ended, which seals nothing', async () => {
    const signer = await start(inPem(signerOf()));
    now = at('2027-01-02');
    await expect(signer.keyAt(now)).rejects.toMatchObject({
      failure: 'misconfigured',
      vendorCode: 'certificate-ended',
    });
    expect((await signer.keyAt(at('2026-12-31'))).chainPem).toBe(signer.knownChains()[0]);
    const after = signerOf({ notAfter: at('2029-01-01') });
    put('key.pem', pemOfKey(after));
    put('chain.pem', chainOf(after));
    expect(await signsAs(await signer.keyAt(now), after)).toBe(true);
  });

  it('once its certificate begins, and not before', async () => {
    const signer = await start(inPem(signerOf()));
    const after = signerOf({ notBefore: at('2026-07-01') });
    put('key.pem', pemOfKey(after));
    put('chain.pem', chainOf(after));
    const before = signer.knownKey();
    expect(await signer.keyAt(now)).toBe(before);
    now = at('2026-06-15');
    expect(await signer.keyAt(now)).toBe(before);
    expect(changes).toEqual([{ outcome: 'refused', reason: 'certificate-not-yet-valid' }]);
    now = at('2026-07-01');
    expect(await signsAs(await signer.keyAt(now), after)).toBe(true);
  });

  it('never by one of another name, without its file, or that the product refuses', async () => {
    const signer = await start(inPem(signerOf()), {
      refusalsOf: (chainPem) => (changes.length === 2 ? [`no: ${chainPem.length > 0}`] : []),
    });
    const before = signer.knownKey();
    put('chain.pem', chainOf(signerOf({ commonName: '别的公司' })));
    expect(await signer.keyAt(now)).toBe(before);
    rmSync(file('key.pem'));
    put('chain.pem', chainOf(signerOf()));
    expect(await signer.keyAt(now)).toBe(before);
    const party = signerOf();
    put('key.pem', pemOfKey(party));
    put('chain.pem', chainOf(party));
    expect(await signer.keyAt(now)).toBe(before);
    expect(changes.map((change) => 'reason' in change && change.reason)).toEqual([
      'certificate-name',
      'key-unreadable',
      'chain-refused (no: true)',
    ]);
    expect(await signer.chains()).toEqual([before.chainPem]);
  });

  it('in a token, by another one of its name and its certificate', async () => {
    const [before, after] = [signerOf(), signerOf()];
    const signer = await start(inToken(before));
    token.importKey(`seal-${tokenKeys}`, 'ff', pemOfKey(after));
    expect(await signsAs(await signer.keyAt(now), before)).toBe(true);
    put('chain.pem', chainOf(signerOf()));
    expect(await signsAs(await signer.keyAt(now), before)).toBe(true);
    put('chain.pem', chainOf(after));
    expect(await signsAs(await signer.keyAt(now), after)).toBe(true);
    expect(changes).toEqual([
      { outcome: 'refused', reason: expect.stringContaining('token-key') },
      { outcome: 'taken', isNewCertificate: true },
    ]);
  });
});

describe('a token', () => {
  const pull = () => {
    renameSync(join(root, 'tokens'), join(root, 'drawer'));
    finaliseSoftHsm();
  };
  const putBack = () => {
    renameSync(join(root, 'drawer'), join(root, 'tokens'));
    finaliseSoftHsm();
  };
  const absent = { failure: 'unavailable', vendorCode: 'token-absent' };

  it('that is pulled out makes signing unavailable, until it is put back', async () => {
    const party = signerOf();
    const signer = await start(inToken(party));
    const key = await signer.keyAt(now);
    pull();
    await expect(key.sign(message)).rejects.toMatchObject(absent);
    putBack();
    expect(await signsAs(key, party)).toBe(true);
    expect(await signer.keyAt(now)).toBe(key);
  });

  it('that is not there yet at the start keeps nothing else from starting', async () => {
    const party = signerOf();
    const place = inToken(party);
    pull();
    const signer = await start(place);
    expect(changes).toEqual([{ outcome: 'unproven', reason: expect.stringContaining('token-absent') }]);
    await expect((await signer.keyAt(now)).sign(message)).rejects.toMatchObject(absent);
    putBack();
    expect(await signsAs(await signer.keyAt(now), party)).toBe(true);
  });

  it('that refuses its PIN is not asked again until the PIN is another one', async () => {
    const party = signerOf();
    finaliseSoftHsm();
    const signer = await start(inToken(party, '000000'));
    expect(changes).toEqual([{ outcome: 'unproven', reason: expect.stringContaining('token-pin') }]);
    const refusal = { failure: 'misconfigured', vendorCode: 'token-pin' };
    await expect((await signer.keyAt(now)).sign(message)).rejects.toMatchObject(refusal);
    await expect((await signer.keyAt(now)).sign(message)).rejects.toMatchObject(refusal);
    put('pin', TOKEN_PIN);
    expect(await signsAs(await signer.keyAt(now), party)).toBe(true);
    expect(changes.slice(1)).toEqual([{ outcome: 'taken', isNewCertificate: false }]);
  });
});
