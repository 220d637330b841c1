import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { madeParty } from '../contract-pdf/testing/made-certificate';
import type { GivenSettings } from './config-schema';
import { contractSignerProblems } from './contract-signer-problems';

const folder = mkdtempSync(join(tmpdir(), 'contract-signer-problems-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

const PASSPHRASE = 'a passphrase of 22 letters';
const party = () => madeParty({ commonName: '某机构', notBefore: new Date(0), notAfter: new Date() });
const [us, other] = [party(), party()];
const keyFile = file('key.pem', us.key.export({ type: 'pkcs8', format: 'pem' }).toString());
const passphraseFile = file('passphrase', `${PASSPHRASE}\n`);
const pkcs12File = join(folder, 'key.p12');
execFileSync('openssl', [
  ...['pkcs12', '-export', '-inkey', keyFile, '-in', file('us.pem', us.pem), '-out', pkcs12File],
  ...['-passout', `pass:${PASSPHRASE}`],
]);
const library = file('library.so', '');
const pinFile = file('pin', '648219\n');

const problemsOf = (given: GivenSettings, chainPem = us.pem) => contractSignerProblems(given, chainPem);
const only = (words: RegExp) => [expect.stringMatching(words)];
const pkcs12 = {
  CONTRACT_SIGNER_PKCS12_FILE: pkcs12File,
  CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: passphraseFile,
};
const token = {
  CONTRACT_SIGNER_PKCS11_URI: 'pkcs11:token=contracts;object=seal',
  CONTRACT_SIGNER_PKCS11_MODULE: library,
  CONTRACT_SIGNER_PKCS11_PIN_FILE: pinFile,
};

it('has nothing against one way, whichever it is', () => {
  expect(problemsOf({ CONTRACT_SIGNER_KEY_FILE: keyFile })).toEqual([]);
  expect(problemsOf(pkcs12)).toEqual([]);
  expect(problemsOf(token)).toEqual([]);
  const { CONTRACT_SIGNER_PKCS11_URI: uri, CONTRACT_SIGNER_PKCS11_MODULE: _beside, ...rest } = token;
  expect(problemsOf({ ...rest, CONTRACT_SIGNER_PKCS11_URI: `${uri}?module-path=${library}` })).toEqual([]);
});

it('asks for one way, and for no more than one', () => {
  expect(problemsOf({})).toEqual(only(/^CONTRACT_SIGNER_KEY_FILE: missing, and so are/));
  expect(problemsOf({ ...pkcs12, CONTRACT_SIGNER_KEY_FILE: keyFile })).toEqual(
    only(/^CONTRACT_SIGNER_PKCS12_FILE: the key is in CONTRACT_SIGNER_KEY_FILE already/),
  );
  expect(problemsOf({ ...pkcs12, ...token, CONTRACT_SIGNER_KEY_FILE: keyFile })).toHaveLength(2);
  expect(problemsOf({ CONTRACT_SIGNER_KEY_FILE: keyFile, CONTRACT_SIGNER_PKCS11_PIN_FILE: pinFile })).toEqual(
    only(/^CONTRACT_SIGNER_PKCS11_PIN_FILE: means nothing without CONTRACT_SIGNER_PKCS11_URI/),
  );
});

it('says what is wrong with a PKCS#12 file, and shows neither passphrase nor path', () => {
  const wrong = file('wrong', 'another passphrase');
  const problems = [
    problemsOf({ CONTRACT_SIGNER_PKCS12_FILE: pkcs12File }),
    problemsOf({ ...pkcs12, CONTRACT_SIGNER_PKCS12_FILE: join(folder, 'nowhere') }),
    problemsOf({ ...pkcs12, CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: join(folder, 'nowhere') }),
    problemsOf({ ...pkcs12, CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: wrong }),
    problemsOf({ ...pkcs12, CONTRACT_SIGNER_PKCS12_FILE: keyFile }),
    problemsOf(pkcs12, other.pem),
  ];
  expect(problems.flat()).toEqual([
    'CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: missing beside CONTRACT_SIGNER_PKCS12_FILE',
    'CONTRACT_SIGNER_PKCS12_FILE: the file cannot be read',
    'CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: the file cannot be read',
    'CONTRACT_SIGNER_PKCS12_PASSPHRASE_FILE: does not open CONTRACT_SIGNER_PKCS12_FILE',
    'CONTRACT_SIGNER_PKCS12_FILE: is no PKCS#12 file with one private key, or one of a kind that is not read',
    'CONTRACT_SIGNER_PKCS12_FILE: does not belong to the first certificate of CONTRACT_SIGNER_CHAIN_FILE',
  ]);
});

it('says what is wrong with the name of a key in a token, and shows no PIN', () => {
  const { CONTRACT_SIGNER_PKCS11_URI: uri } = token;
  const withPin = problemsOf({ ...token, CONTRACT_SIGNER_PKCS11_URI: `${uri}?pin-value=648219` });
  expect(withPin).toEqual(only(/^CONTRACT_SIGNER_PKCS11_URI: the PIN has a setting of its own/));
  expect(withPin.join()).not.toContain('648219');
  const unnamed = only(/^CONTRACT_SIGNER_PKCS11_URI: must name token, key/);
  for (const broken of ['pkcs11:token=contracts', '/etc/key.pem', `${uri}?module-path=${library}`]) {
    expect(problemsOf({ ...token, CONTRACT_SIGNER_PKCS11_URI: broken })).toEqual(unnamed);
  }
  expect(problemsOf({ ...token, CONTRACT_SIGNER_PKCS11_MODULE: join(folder, 'nowhere.so') })).toEqual(
    only(/^CONTRACT_SIGNER_PKCS11_MODULE: the library cannot be read/),
  );
  expect(problemsOf({ ...token, CONTRACT_SIGNER_PKCS11_PIN_FILE: join(folder, 'nowhere') })).toEqual(
    only(/^CONTRACT_SIGNER_PKCS11_PIN_FILE: the file cannot be read/),
  );
});
