import { execFileSync } from 'node:child_process';
import { generatePrivateKeyPem, openSigningKeyPem, readCertificate, readCrl } from '../../pki';
import { OpenSslFolder, vfyopt } from '../../pki/testing/openssl-folder';
import type { RevocationReason } from '../../ports/certificate-authority';
import { createSoftToken, finaliseSoftHsm, TOKEN_PIN } from '../../signing-keys/testing/soft-hsm';
import { createLocalCa, type LocalCertificateAuthority } from './create-local-ca';
import type { LocalCaSettings } from './local-ca-settings';
import {
  createSampleLocalCa,
  DAY,
  newOrder,
  noon,
  orderAgain,
  type SampleLocalCa,
  seconds,
} from './testing/sample-local-ca';

// Threads start with their own compiler: seconds on a busy machine.

let sample: SampleLocalCa;
let now = noon;
const open: LocalCertificateAuthority[] = [];
const start = (settings: LocalCaSettings = sample.newSettings()): LocalCertificateAuthority => {
  const authority = createLocalCa({ settings, now: () => now, deadline: () => AbortSignal.timeout(120_000) });
  open.push(authority);
  return authority;
};
beforeAll(async () => {
  sample = await createSampleLocalCa('rsa-2048', 'sm2', 'ecdsa-p256');
});
afterEach(async () => {
  now = noon;
  await Promise.all(open.splice(0).map((authority) => authority.close()));
});
afterAll(() => {
  finaliseSoftHsm();
  sample?.remove();
});

/** The settings with these of the sample's authorities. */
const settingsWith = (...indexes: number[]): LocalCaSettings => {
  const settings = sample.newSettings();
  return { ...settings, authorities: indexes.flatMap((index) => settings.authorities[index] ?? []) };
};

describe('the local authority under openssl', () => {
  let files: OpenSslFolder;
  beforeEach(() => {
    files = new OpenSslFolder();
  });
  afterEach(() => files.remove());

  const at = (date: Date): string => String(Math.floor(date.getTime() / 1000));

  /** What `openssl verify -crl_check` says of the newest list, for a certificate. */
  async function verdict(
    authority: LocalCertificateAuthority,
    certificateDer: Uint8Array,
    chainDer: readonly Uint8Array[],
  ) {
    const [issuerDer, rootDer] = chainDer;
    const keyId = Buffer.from(readCertificate(issuerDer!).subjectKeyIdentifier!).toString('hex');
    const list = await authority.revocationList(keyId);
    return files.run(
      ...['verify', '-attime', at(now), '-crl_check'],
      ...['-CRLfile', files.file('list.der', list.der), '-CAfile', files.certificates('root.pem', rootDer!)],
      ...['-untrusted', files.certificates('issuer.pem', issuerDer!), files.certificates('leaf.pem', certificateDer)],
    );
  }

  it.each([
    ['an RSA', 'rsa-2048', 0],
    ['an RSA', 'ecdsa-p256', 0],
    ['an ECDSA', 'rsa-3072', 2],
    ['an ECDSA', 'ecdsa-p256', 2],
  ] as const)('of %s authority for a %s key: good, then on the list', async (_kind, algorithm, index) => {
    const authority = start(settingsWith(index));
    const { certificateDer, chainDer, serialNumber } = await authority.issue(await newOrder(algorithm));
    expect(await verdict(authority, certificateDer, chainDer)).toMatch(/leaf\.pem: OK/);
    now = seconds(60);
    await authority.revoke(serialNumber, 'cessationOfOperation');
    expect(await verdict(authority, certificateDer, chainDer)).toMatch(/certificate revoked/);
  });

  it('of an SM2 authority, whose list openssl 3.0 checks as a bare signature: it cannot be told the id of a list', async () => {
    const authority = start(settingsWith(1));
    const { certificateDer, chainDer, serialNumber } = await authority.issue(await newOrder('sm2'));
    const [issuer, root] = chainDer.map((der, index) => files.certificates(`ca-${index}.pem`, der));
    const leaf = files.certificates('leaf.pem', certificateDer);
    const verify = ['verify', '-attime', at(now), ...vfyopt('sm2'), '-partial_chain', '-trusted'];
    // Link by link: the id is told for the first certificate only.
    expect(files.run(...verify, issuer!, leaf)).toMatch(/leaf\.pem: OK/);
    expect(files.run(...verify, root!, issuer!)).toMatch(/: OK/);
    await authority.revoke(serialNumber, 'cessationOfOperation');
    const list = readCrl((await authority.revocationList()).der);
    expect(files.run('crl', '-inform', 'DER', '-in', files.file('list.der', list.der), '-noout', '-text')).toMatch(
      new RegExp(`SM2-with-SM3[\\s\\S]*${serialNumber}[\\s\\S]*Cessation Of Operation`),
    );
    const key = files.file('issuer.pub', files.run('x509', '-in', issuer!, '-noout', '-pubkey'));
    const signature = ['-signature', files.file('list.sig', list.signature), files.file('list.tbs', list.tbsDer)];
    const dgst = ['dgst', '-sm3', '-sigopt', 'distid:1234567812345678', '-verify', key];
    expect(files.run(...dgst, ...signature)).toMatch(/Verified OK/);
  });

  it.each([
    ['an RSA', 'rsa-2048', 0],
    ['an ECDSA', 'ecdsa-p256', 2],
  ] as const)('answers as the responder of %s authority', async (_kind, algorithm, index) => {
    const authority = start(settingsWith(index));
    // openssl compares answers with the machine's clock.
    now = new Date();
    const term = { notBefore: now, notAfter: seconds(365 * DAY, now) };
    const { certificateDer, chainDer, serialNumber } = await authority.issue(await newOrder(algorithm, term));
    const issuer = files.certificates('issuer.pem', chainDer[0]!);
    const root = files.certificates('root.pem', chainDer[1]!);
    const leaf = files.certificates('leaf.pem', certificateDer);
    const request = files.path('request.der');
    execFileSync('openssl', ['ocsp', '-issuer', issuer, '-cert', leaf, '-reqout', request]);
    const judge = async () => {
      const answer = files.file('answer.der', await authority.answerStatusRequest(files.read('request.der')));
      const chain = ['-CAfile', root, '-verify_other', issuer];
      // Without it openssl puts a nonce of its own in place of the one that was sent.
      return files.run(
        'ocsp',
        '-no_nonce',
        '-reqin',
        request,
        '-respin',
        answer,
        '-issuer',
        issuer,
        '-cert',
        leaf,
        ...chain,
      );
    };
    expect(await judge()).toMatch(/leaf\.pem: good[\s\S]*Response verify OK/);
    await authority.revoke(serialNumber, 'keyCompromise');
    expect(await judge()).toMatch(/leaf\.pem: revoked[\s\S]*keyCompromise[\s\S]*Response verify OK/);
  });

  it('with PKCS#12, encrypted PEM and token keys signs as with any other', async () => {
    const { folder, file } = sample;
    const [made] = sample.hierarchies;
    const [issuing] = sample.newSettings().authorities;
    const certificate = file('issuing.pem', issuing!.chainPem);
    const exporting = [
      'pkcs12',
      '-export',
      '-inkey',
      issuing!.key.location,
      '-in',
      certificate,
      '-out',
      `${folder}/ca.p12`,
    ];
    execFileSync('openssl', [...exporting, '-passout', 'pass:four words of wood']);
    const encrypting = ['pkcs8', '-topk8', '-v2', 'aes256', '-in', issuing!.responderKey.location];
    execFileSync('openssl', [...encrypting, '-out', `${folder}/responder.enc.pem`, '-passout', 'pass:another phrase']);
    const inFiles = {
      ...issuing!,
      key: { location: `${folder}/ca.p12`, passphrase: 'four words of wood' },
      responderKey: { location: `${folder}/responder.enc.pem`, passphrase: 'another phrase' },
    };
    const uri = createSoftToken(folder, 'local-ca').importKey('issuing', '01', made!.keyPem);
    const inToken = { ...issuing!, key: { location: uri, passphrase: TOKEN_PIN } };
    for (const settings of [inFiles, inToken]) {
      const authority = start({ ...sample.newSettings(), authorities: [settings] });
      const { certificateDer, chainDer } = await authority.issue(await newOrder());
      expect(await verdict(authority, certificateDer, chainDer)).toMatch(/leaf\.pem: OK/);
    }
  });
});

describe('the port', () => {
  it('says what it can, and when its chain ends', async () => {
    const both = start(settingsWith(0, 1));
    expect(both.abilities).toEqual({ algorithms: ['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'sm2'], suspension: true });
    expect(start(settingsWith(1)).abilities.algorithms).toEqual(['sm2']);
    expect(await both.health()).toEqual({ ready: true, chainNotAfter: seconds(3650 * DAY) });
    now = seconds(3650 * DAY);
    expect(await both.health()).toMatchObject({ ready: false });
  });

  it('hands refusals on with their code, through the thread', async () => {
    const authority = start(settingsWith(0));
    const refused = (vendorCode: string) => ({
      name: 'PortError',
      port: 'certificate-authority',
      failure: 'rejected',
      vendorCode,
    });
    await expect(authority.issue(await newOrder('sm2'))).rejects.toMatchObject(refused('unsupported_algorithm'));
    await expect(authority.revoke('AB', 'superseded')).rejects.toMatchObject(refused('unknown_certificate'));
    await expect(authority.release('AB')).rejects.toMatchObject(refused('unknown_certificate'));
    await expect(authority.revocationList('00'.repeat(20))).rejects.toMatchObject(refused('unknown_authority'));
    expect(await authority.status('AB')).toEqual({ state: 'unknown' });
    expect(await authority.findByKey('never')).toBeNull();
  });

  it('holds and releases', async () => {
    const authority = start(settingsWith(0));
    const { serialNumber } = await authority.issue(await newOrder());
    await authority.revoke(serialNumber, 'certificateHold');
    expect(await authority.status(serialNumber)).toEqual({ state: 'revoked', reason: 'certificateHold', at: noon });
    await authority.release(serialNumber);
    expect(await authority.status(serialNumber)).toEqual({ state: 'good' });
  });

  it('of two processes makes one certificate for an order, and both know it', async () => {
    const settings = settingsWith(2);
    const [one, other] = [start(settings), start(settings)];
    const order = await newOrder();
    const issued = await Promise.all([one, other, one, other].map((authority) => authority.issue(order)));
    expect(new Set(issued.map(({ serialNumber }) => serialNumber)).size).toBe(1);
    await expect(other.issue(orderAgain(order))).rejects.toMatchObject({ vendorCode: 'key_reused' });
    const reason: RevocationReason = 'superseded';
    await one.revoke(issued[0]!.serialNumber, reason);
    expect(await other.status(issued[0]!.serialNumber)).toMatchObject({ reason });
  });

  it('is silent, and says nothing of where it lies, when its database is not there', async () => {
    const authority = start({
      ...settingsWith(2),
      databaseUri: 'mongodb://127.0.0.1:1/ca?serverSelectionTimeoutMS=200',
    });
    const error = await authority.status('AB').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'PortError', failure: 'unavailable', vendorCode: 'thread-ended' });
    expect(String((error as Error).message)).not.toContain('127.0.0.1');
  });

  it('does not open with a key of somebody else, or with the certificate of another responder', async () => {
    const [first, , third] = sample.newSettings().authorities;
    const otherKey = { location: sample.file('other.pem', await generatePrivateKeyPem('rsa-2048')), passphrase: '' };
    expect(openSigningKeyPem(sample.hierarchies[0]!.keyPem).algorithm).toBe('rsa-2048');
    const responder = { responderPem: third!.responderPem, responderKey: third!.responderKey };
    for (const wrong of [
      { ...first!, key: otherKey },
      { ...first!, ...responder },
      { ...first!, kind: 'sm2' as const },
    ]) {
      const authority = start({ ...sample.newSettings(), authorities: [wrong] });
      await expect(authority.health()).rejects.toMatchObject({ failure: 'unavailable', vendorCode: 'thread-ended' });
    }
  });

  it('tries a PIN that the token refuses once, not with every call', async () => {
    const [issuing] = sample.newSettings().authorities;
    const uri = createSoftToken(sample.folder, 'pin-counter').importKey('issuing', '01', sample.hierarchies[0]!.keyPem);
    const settings = { ...issuing!, key: { location: uri, passphrase: '000000' } };
    const authority = start({ ...sample.newSettings(), authorities: [settings] });
    for (const _call of [1, 2, 3]) {
      await expect(authority.health()).rejects.toMatchObject({ failure: 'misconfigured', vendorCode: 'token_pin' });
    }
  });
});
