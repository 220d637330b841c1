import { createVerifiedWorld, type VerifiedWorld } from '../../contract-pdf/testing/verified-world';
import { createContractVerifier } from './create-contract-verifier';

// Making RSA keys takes seconds on a busy machine, starting a thread one.

let world: VerifiedWorld;
beforeAll(async () => {
  world = await createVerifiedWorld();
});

const signerKnownBy = (...chains: string[]) => ({ chains: async () => chains, knownChains: () => chains });
const optionsOf = ({ keys }: VerifiedWorld) => ({
  signer: signerKnownBy(keys.signerChainPem),
  pastCertificatesPem: '',
  timestampAnchorsPem: '',
});

it('judges files in a thread, and leaves what it was given as it was', async () => {
  const verifier = createContractVerifier(optionsOf(world));
  const before = Buffer.from(world.pdf);
  try {
    const { verdict, signedAt } = await verifier.verify(world.pdf);
    // A date of another realm in jest: its class is not the test's.
    expect([verdict, signedAt?.toISOString()]).toEqual(['genuine', '2026-11-23T17:31:06.000Z']);
    expect(world.pdf.equals(before)).toBe(true);
    expect(await verifier.verify(Buffer.from('hello'))).toMatchObject({ verdict: 'foreign', doubts: ['not_pdf'] });
    expect(await verifier.verify(Buffer.alloc(9 * 1024 * 1024))).toMatchObject({ doubts: ['too_large'] });
  } finally {
    await verifier.close();
  }
});

it('takes past certificates for ours, and an authority among them for nobody who seals', async () => {
  const { keys, pdf } = world;
  const other = await createVerifiedWorld();
  const past = (pastCertificatesPem: string) => createContractVerifier({ ...optionsOf(other), pastCertificatesPem });
  const verifiers = [past(''), past(keys.signerPem), past(`${keys.issuingPem}${keys.rootPem}`)];
  try {
    const found = await Promise.all(verifiers.map((verifier) => verifier.verify(pdf)));
    expect(found.map(({ verdict }) => verdict)).toEqual(['foreign', 'genuine', 'foreign']);
  } finally {
    await Promise.all(verifiers.map((verifier) => verifier.close()));
  }
});

it('goes with the key when it is replaced, and takes what the key before has sealed for ours', async () => {
  const [before, after] = [world, await createVerifiedWorld()];
  let chains: readonly string[] = [before.keys.signerChainPem];
  const signer = { chains: async () => chains, knownChains: () => chains };
  const verifier = createContractVerifier({ ...optionsOf(before), signer });
  const verdicts = async () =>
    Promise.all([before, after].map(async ({ pdf }) => (await verifier.verify(pdf)).verdict));
  try {
    expect(await verdicts()).toEqual(['genuine', 'foreign']);
    chains = [after.keys.signerChainPem, ...chains];
    expect(await verdicts()).toEqual(['genuine', 'genuine']);
  } finally {
    await verifier.close();
  }
});

it('gives a file up that takes too long, and sends away who would wait too long', async () => {
  const deadlines = [AbortSignal.abort()];
  const verifier = createContractVerifier({
    ...optionsOf(world),
    pool: { maxWaiting: 0, deadline: () => deadlines.shift() ?? AbortSignal.timeout(60_000) },
  });
  try {
    expect(await verifier.verify(world.pdf)).toMatchObject({ verdict: 'foreign', doubts: ['too_complex'] });
    const [first, second] = await Promise.allSettled([verifier.verify(world.pdf), verifier.verify(world.pdf)]);
    expect(first).toMatchObject({ value: { verdict: 'genuine' } });
    expect(second).toMatchObject({ reason: { name: 'PortError', failure: 'unavailable' } });
  } finally {
    await verifier.close();
  }
});

it('refuses settings that cannot be read before anybody asks', () => {
  expect(() => createContractVerifier({ ...optionsOf(world), timestampAnchorsPem: 'nonsense' })).toThrow(
    'trust anchor',
  );
  expect(() => createContractVerifier({ ...optionsOf(world), signer: signerKnownBy('') })).toThrow('no certificate');
  expect(() => createContractVerifier({ ...optionsOf(world), signer: signerKnownBy(world.keys.rootPem) })).toThrow(
    'no certificate',
  );
});
