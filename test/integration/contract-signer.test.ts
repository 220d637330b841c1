import { execFileSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endpoints, type TaskView } from '@acceptance/shared';
import { madeParty, type Party, partyOf } from '../../bff/src/contract-pdf/testing/made-certificate';
import { readCertificate } from '../../bff/src/pki';
import {
  createSoftToken,
  finaliseSoftHsm,
  SOFTHSM_MODULE,
  TOKEN_PIN,
} from '../../bff/src/signing-keys/testing/soft-hsm';
import { orderOf, type StoryContext } from '../../scripts/story/story-context';
import { trialContractAuthority } from '../../scripts/trial-ca/trial-contract-authority';
import { sign } from '../support/contract-calls';
import { signInStaff } from '../support/staff-people';
import { storedOrder } from '../support/stored-state';
import { newClient, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const DAY = 24 * 60 * 60_000;
const folder = mkdtempSync(join(tmpdir(), 'contract-signer-'));
afterAll(() => {
  finaliseSoftHsm();
  rmSync(folder, { recursive: true, force: true });
});

const written = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const later = (days: number): Date => new Date(system().clock.now().getTime() + days * DAY);
interface NewFiles {
  readonly chainPem: string;
  readonly keyPem: string;
  readonly notAfter: Date;
}
/** A certificate of the trial's issuing authority, for ECDSA, that ends in so many days. */
function newSigner(days: number): Party & NewFiles {
  const { issuingPem, issuingKeyPem, rootPem } = system().trialAuthority;
  const issuing = {
    ...partyOf(issuingPem, createPrivateKey(issuingKeyPem)),
    name: readCertificate(issuingPem).subjectDer,
  };
  const notAfter = new Date(Math.floor(later(days).getTime() / 1000) * 1000);
  const party = madeParty({
    commonName: trialContractAuthority.name,
    issuer: issuing,
    notBefore: later(-1),
    notAfter,
    usages: ['digitalSignature', 'nonRepudiation'],
    purposes: ['documentSigning', 'emailProtection'],
  });
  const keyPem = party.key.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    ...party,
    chainPem: [party.pem, issuingPem, rootPem].map((pem) => pem.trimEnd()).join('\n'),
    keyPem,
    notAfter,
  };
}
/** Whatever a test before has left. */
const NO_KEY = {
  CONTRACT_SIGNER_KEY_FILE: '',
  CONTRACT_SIGNER_PKCS12_FILE: '',
  CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: '',
  CONTRACT_SIGNER_PKCS11_URI: '',
  CONTRACT_SIGNER_PKCS11_MODULE: '',
  CONTRACT_SIGNER_PKCS11_PIN_FILE: '',
};

const contractOf = async (context: StoryContext) => (await storedOrder(system(), context)).contract;
/** As it is stored: the applicant's session has ended where the clock was moved. */
async function fileOf(context: StoryContext): Promise<Buffer> {
  const { fileId } = await contractOf(context);
  const stored = await system()
    .container()
    .fileStore.read(fileId ?? '');
  expect(stored).not.toBeNull();
  return stored ?? Buffer.alloc(0);
}
/** Whoever it is: nobody signs in for this. */
const verdictOn = async (bytes: Buffer) => {
  const file = { bytes, fileName: '合同.pdf', mediaType: 'application/pdf' };
  return (await newClient(system()).call(endpoints.contractChecks.checkFile, { body: {}, file })).verdict;
};
async function signed(): Promise<StoryContext> {
  const context = await walkTo(system(), 'signature');
  await sign(context);
  await system().settle();
  return context;
}
async function whenRepeated(minutes: number): Promise<void> {
  for (let minute = 0; minute < minutes; minute += 1) {
    system().clock.advance(60_000);
    await system().settle();
  }
}
async function tasksOf(context: StoryContext): Promise<TaskView[]> {
  const administrator = await signInStaff(system(), 'admin', system().staffPassword);
  const { items } = await administrator.call(endpoints.tasks.listTasks, { query: { state: 'open', limit: '50' } });
  return items.filter(({ kind, subject }) => kind === 'contract-not-sealed' && subject.id === orderOf(context).id);
}

describe('contracts are sealed', () => {
  it('by a key in a token, over HTTP; pulled out, they wait, and are sealed when it is back', async () => {
    const signer = newSigner(300);
    const token = createSoftToken(folder, 'contracts');
    token.importKey('seal', '01', signer.keyPem);
    await system().restartBff({
      ...NO_KEY,
      CONTRACT_SIGNER_CHAIN_FILE: written('token-chain.pem', signer.chainPem),
      CONTRACT_SIGNER_PKCS11_URI: 'pkcs11:token=contracts;object=seal',
      CONTRACT_SIGNER_PKCS11_MODULE: SOFTHSM_MODULE,
      CONTRACT_SIGNER_PKCS11_PIN_FILE: written('pin', `${TOKEN_PIN}\n`),
    });
    const context = await signed();
    expect(await contractOf(context)).toMatchObject({ state: 'sealed' });
    expect(await verdictOn(await fileOf(context))).toBe('genuine');

    renameSync(join(folder, 'tokens'), join(folder, 'drawer'));
    finaliseSoftHsm();
    const waiting = await signed();
    expect(await contractOf(waiting)).toMatchObject({ state: 'sealing' });
    expect(await tasksOf(waiting)).toEqual([]);
    renameSync(join(folder, 'drawer'), join(folder, 'tokens'));
    finaliseSoftHsm();
    await whenRepeated(1);
    expect(await contractOf(waiting)).toMatchObject({ state: 'sealed' });
    expect(await verdictOn(await fileOf(waiting))).toBe('genuine');
    expect(system().logText()).not.toContain(TOKEN_PIN);
  });

  it('by a key in a PKCS#12 file, over HTTP', async () => {
    const signer = newSigner(300);
    const chainFile = written('pkcs12-chain.pem', signer.chainPem);
    const made = ['-inkey', written('key.pem', signer.keyPem), '-in', chainFile, '-out', join(folder, 'key.p12')];
    execFileSync('openssl', ['pkcs12', '-export', ...made, '-passout', 'pass:of the file']);
    await system().restartBff({
      ...NO_KEY,
      CONTRACT_SIGNER_CHAIN_FILE: chainFile,
      CONTRACT_SIGNER_PKCS12_FILE: join(folder, 'key.p12'),
      CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: written('passphrase', 'of the file'),
    });
    const context = await signed();
    expect(await verdictOn(await fileOf(context))).toBe('genuine');
  });
});

describe('a key that is replaced', () => {
  const put = (name: string, content: string) => {
    written(`${name}.new`, content);
    renameSync(join(folder, `${name}.new`), join(folder, name));
  };

  it('after it has ended lets the contract be sealed that could not be, without a restart', async () => {
    const before = newSigner(2);
    await system().restartBff({
      ...NO_KEY,
      CONTRACT_SIGNER_CHAIN_FILE: written('chain.pem', before.chainPem),
      CONTRACT_SIGNER_KEY_FILE: written('key.pem', before.keyPem),
    });
    const { container } = system();
    const running = container();
    const early = await fileOf(await signed());
    expect(await verdictOn(early)).toBe('genuine');
    const ending = () => running.credentials().find(({ name }) => name === 'contract signing certificate')?.notAfter;
    expect(ending()).toEqual(before.notAfter);

    system().clock.advance(3 * DAY);
    const context = await signed();
    await whenRepeated(18);
    expect(await contractOf(context)).toMatchObject({ state: 'failed' });
    const [task] = await tasksOf(context);
    expect(task).toMatchObject({ canRedo: true });
    expect(task?.facts).toContainEqual({ name: 'reason', value: 'certificate-ended' });

    const after = newSigner(300);
    put('key.pem', after.keyPem);
    put('chain.pem', after.chainPem);
    const administrator = await signInStaff(system(), 'admin', system().staffPassword);
    await administrator.call(endpoints.tasks.redoTask, { params: { taskId: task?.id ?? '' } });
    await system().settle();
    expect(await contractOf(context)).toMatchObject({ state: 'sealed' });
    expect(await tasksOf(context)).toEqual([]);
    expect(await verdictOn(await fileOf(context))).toBe('genuine');
    expect(await verdictOn(early)).toBe('genuine');
    expect(ending()).toEqual(after.notAfter);
    expect(container()).toBe(running);
    expect(system().logText()).toContain('contracts are sealed by a new key');
  });

  it('lets what was sealed before be made lasting, in the running process and after a restart', async () => {
    const { trialAuthority, standIns, clock } = system();
    const keysOf = ({ chainPem, keyPem }: Pick<NewFiles, 'chainPem' | 'keyPem'>) => {
      put('key.pem', keyPem);
      put('chain.pem', chainPem);
    };
    const lastingOf = async (context: StoryContext) => (await contractOf(context)).lasting;
    const sealedOnly = async () => {
      standIns.faults.set({ standIn: 'trust', fault: 'server-error', onPath: '/ocsp' });
      standIns.faults.set({ standIn: 'trust', fault: 'garbled', onPath: '/crl' });
      const context = await signed();
      expect(await lastingOf(context)).toBeUndefined();
      return context;
    };
    const madeUpFor = async () => {
      standIns.faults.reset();
      clock.advance(2 * 60_000);
      await system().settle();
    };
    keysOf({ chainPem: trialAuthority.signerChainPem, keyPem: trialAuthority.signerKeyPem });
    const first = await sealedOnly();
    keysOf(newSigner(300));
    expect(await contractOf(await signed())).toMatchObject({ state: 'sealed' });
    await madeUpFor();
    expect(await lastingOf(first)).toBeDefined();

    keysOf({ chainPem: trialAuthority.signerChainPem, keyPem: trialAuthority.signerKeyPem });
    const second = await sealedOnly();
    keysOf(newSigner(300));
    await system().restartBff({
      CONTRACT_PAST_SIGNING_CERTIFICATES_FILE: written('past.pem', trialAuthority.signerChainPem),
    });
    await madeUpFor();
    expect(await lastingOf(second)).toBeDefined();
    expect(await Promise.all([first, second].map(async (one) => verdictOn(await fileOf(one))))).toEqual([
      'genuine',
      'genuine',
    ]);
  });

  it('by a bad one goes on sealing, and it is said why in the log, without the key', async () => {
    const [bad, good] = [newSigner(300), newSigner(300)];
    put('key.pem', bad.keyPem);
    const context = await signed();
    expect(await verdictOn(await fileOf(context))).toBe('genuine');
    expect(system().logText()).toContain('the new contract signing key is not taken');
    expect(system().logText()).not.toContain(bad.keyPem.slice(40, 80));
    put('key.pem', good.keyPem);
    put('chain.pem', good.chainPem);
    expect(await verdictOn(await fileOf(await signed()))).toBe('genuine');
    expect(readFileSync(join(folder, 'chain.pem'), 'utf8')).toBe(system().container().contractSigner.knownChains()[0]);
  });
});
