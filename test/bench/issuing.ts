import {
  buildCertificate,
  buildCrl,
  buildOcspResponse,
  type KeyAlgorithm,
  type RevokedEntry,
  readCertificate,
  readOcspRequest,
  signatureAlgorithmOf,
  verifySignature,
} from '../../bff/src/pki';
import { integerOfHex, nothing, objectIdentifier, octetString, sequence } from '../../bff/src/pki/der/write-der';
import {
  contentFor,
  createSampleAuthority,
  newKey,
  noon,
  responderProfile,
} from '../../bff/src/pki/testing/sample-authority';

/** CPU seconds for each round: what others on the machine do does not count as much as with a clock. */
const SECONDS = Number(process.argv[2] ?? 0.5);
const ROUNDS = 3;
const ENTRIES = 100_000;

const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The best of the rounds: what disturbs makes it slower only. @returns times that a CPU second has room for */
async function rateOf(work: () => Promise<unknown>): Promise<number> {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = cpuSeconds();
    let count = 0;
    while (cpuSeconds() - started < SECONDS) {
      await work();
      count += 1;
    }
    best = Math.max(best, count / (cpuSeconds() - started));
  }
  return best;
}

const line = (name: string, rate: number, ...ratios: string[]) =>
  console.log(`  ${name.padEnd(44)}${Math.round(rate).toString().padStart(8)} /s  ${ratios.join(', ')}`);

async function measure(algorithm: KeyAlgorithm): Promise<void> {
  console.log(`${algorithm}, in one CPU second`);
  const { issuing } = await createSampleAuthority(algorithm);
  const holder = await newKey(algorithm);
  const content = contentFor(holder);
  const { tbsDer, signature } = readCertificate(await buildCertificate(issuing, content));
  const signing = await rateOf(() => issuing.key.sign(tbsDer));
  const identifier = signatureAlgorithmOf(algorithm);
  const verifying = await rateOf(async () => {
    verifySignature(issuing.certificate.publicKey, identifier, tbsDer, signature);
  });
  const floor = 1 / (1 / signing + 1 / verifying);
  line('signatures', signing);
  line('signatures, each verified (the floor)', floor);
  const issued = await rateOf(() => buildCertificate(issuing, content));
  line('certificates, linted, signed and verified', issued, `${(floor / issued).toFixed(2)} × the floor's time`);

  const key = await newKey(algorithm);
  const certificate = readCertificate(await buildCertificate(issuing, contentFor(key, { profile: responderProfile })));
  const request = requestFor(content.serialNumber);
  const nextUpdate = new Date(noon.getTime() + 3_600_000);
  const answered = await rateOf(() => {
    const { questions, nonce } = readOcspRequest(request);
    const answers = questions.map(({ certIdDer }) => ({
      certIdDer,
      status: { state: 'good' } as const,
      thisUpdate: noon,
      nextUpdate,
    }));
    return buildOcspResponse({ key, certificate, delegated: true }, { answers, producedAt: noon, nonce });
  });
  line('status answers, read and signed', answered, `${(signing / answered).toFixed(2)} × the time of a signature`);

  const entries = Array.from(
    { length: ENTRIES },
    (_, index): RevokedEntry => ({
      serialNumber: `4${index.toString(16).padStart(31, '0')}`,
      revokedAt: noon,
      reason: 'superseded',
      notAfter: nextUpdate,
    }),
  );
  const list = { number: 1n, thisUpdate: noon, nextUpdate, previousUpdate: null };
  const lists = await rateOf(() => buildCrl(issuing, list, entries));
  const of = `${((1 / lists / ENTRIES) * 1e6).toFixed(1)} µs an entry`;
  console.log(
    `  ${`a list of ${ENTRIES} entries`.padEnd(44)}${Math.round(1000 / lists)
      .toString()
      .padStart(8)} ms  ${of}`,
  );
}

/** One question, as a browser asks: SHA-1, no nonce. */
function requestFor(serialNumber: string): Uint8Array {
  const hash = octetString(Buffer.alloc(20, 1));
  const algorithm = sequence(objectIdentifier('1.3.14.3.2.26'), nothing());
  return sequence(sequence(sequence(sequence(sequence(algorithm, hash, hash, integerOfHex(serialNumber))))));
}

/** `npm run bench:issuing [-- seconds]`: how near issuing comes to what its signatures cost; nothing is asserted. */
async function main(): Promise<void> {
  for (const algorithm of ['rsa-2048', 'rsa-3072', 'ecdsa-p256', 'sm2'] as const) await measure(algorithm);
}

void main();
