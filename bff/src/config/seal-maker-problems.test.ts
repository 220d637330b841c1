import { createTrialSealMaker } from '../../../scripts/trial-ca';
import { sealMakerProblems, sealMakerProductionProblems } from './seal-maker-problems';
import { createSigningFilesMaker, NOW, pemOf, type SigningFilesMaker } from './testing/signing-files';

let maker: SigningFilesMaker;
beforeAll(async () => {
  maker = await createSigningFilesMaker();
});

const filesOf = (chainPem: string, changes: Record<string, string> = {}) => ({
  SEAL_MAKER_CHAIN_FILE: chainPem,
  SEAL_MAKER_KEY_FILE: maker.signerKeyPem,
  LOCAL_CA_CHAIN_FILE: '',
  LOCAL_CA_SM2_CHAIN_FILE: '',
  ...changes,
});
const sound = () => filesOf(pemOf(maker.signer(), maker.issuer(), maker.root));
const inProduction = (files: ReturnType<typeof filesOf>, region = '350100') =>
  sealMakerProductionProblems({ SEAL_REGION_CODE: region }, files, NOW);

describe('the seal maker of the settings', () => {
  it('is taken with a key of its own, under an authority for makers or alone', () => {
    for (const files of [sound(), filesOf(pemOf(maker.signer()))]) {
      expect([...sealMakerProblems(files), ...inProduction(files)]).toEqual([]);
    }
  });

  it('is refused with a key that is not its own, or files that hold nothing of the kind', () => {
    expect(sealMakerProblems({ ...sound(), SEAL_MAKER_KEY_FILE: maker.otherKeyPem })).toEqual([
      'SEAL_MAKER_KEY_FILE: does not belong to the first certificate of SEAL_MAKER_CHAIN_FILE',
    ]);
    expect(sealMakerProblems(filesOf('-----BEGIN NOTHING-----'))).toEqual([
      'SEAL_MAKER_CHAIN_FILE: holds no certificate, or one that cannot be read',
    ]);
  });

  it('is refused under an authority that vouches for customers', () => {
    const customers = pemOf(maker.issuer(), maker.root);
    for (const name of ['LOCAL_CA_CHAIN_FILE', 'LOCAL_CA_SM2_CHAIN_FILE']) {
      expect(sealMakerProblems({ ...sound(), [name]: customers })).toEqual([
        'SEAL_MAKER_CHAIN_FILE: ends with an authority that vouches for customers too; each of them could make seals',
      ]);
    }
  });

  it('of the trial, in SM2, serves a trial only', async () => {
    const trial = await createTrialSealMaker({ organization: '启明（演示）有限公司', now: NOW });
    const files = { ...filesOf(trial.chainPem), SEAL_MAKER_KEY_FILE: trial.keyPem };
    expect(sealMakerProblems(files)).toEqual([]);
    expect(inProduction(files)).toEqual([
      'SEAL_MAKER_CHAIN_FILE: this is a certificate of the trial CA; production needs your own',
    ]);
  });

  it('is refused in production when it has expired, may not sign, or its region does not exist', () => {
    const expired = filesOf(pemOf(maker.signer({ notAfter: new Date('2026-01-01') })));
    expect(inProduction(expired)).toEqual(["SEAL_MAKER_CHAIN_FILE: the seal maker's certificate has expired"]);
    expect(inProduction(filesOf(pemOf(maker.signer({ extensions: [] }))))).toEqual([
      "SEAL_MAKER_CHAIN_FILE: the seal maker's certificate needs the key usage digitalSignature or nonRepudiation",
    ]);
    expect(inProduction(sound(), '990100')).toEqual([
      'SEAL_REGION_CODE: there is no region 9; production needs the one that you were given',
    ]);
  });
});
