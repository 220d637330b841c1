import { mayBeUsedToSign } from './certificate-fields';
import type { GivenSettings } from './config-schema';
import { certificatesOfPem, orNull } from './read-pem-material';
import { chainDateProblems, isChainOfTrial, signingMaterialProblems } from './signing-certificate-problems';

const CHAIN = 'SEAL_MAKER_CHAIN_FILE';
const KEY = 'SEAL_MAKER_KEY_FILE';
const CUSTOMERS_CHAINS = ['LOCAL_CA_CHAIN_FILE', 'LOCAL_CA_SM2_CHAIN_FILE'] as const;

type Files = Readonly<Record<typeof CHAIN | typeof KEY | (typeof CUSTOMERS_CHAINS)[number], string>>;

const certificatesOf = (pem: string) => orNull(() => certificatesOfPem(pem)) ?? [];

/** Whoever the customers' authority certifies could make seals in the maker's name. */
function sharedAnchorProblems(pem: Files): string[] {
  const anchor = certificatesOf(pem[CHAIN]).at(-1);
  const customers = CUSTOMERS_CHAINS.flatMap((name) => certificatesOf(pem[name]));
  return anchor && customers.some(({ fingerprint256 }) => fingerprint256 === anchor.fingerprint256)
    ? [`${CHAIN}: ends with an authority that vouches for customers too; each of them could make seals`]
    : [];
}

/** What no start may have. */
export const sealMakerProblems = (pem: Files): string[] => [
  ...signingMaterialProblems({ chainPem: pem[CHAIN], keyPem: pem[KEY] }, { chain: CHAIN, key: KEY }),
  ...sharedAnchorProblems(pem),
];

/** What a production start must refuse besides: the trial's maker, dates that have passed, a key that may not sign, a made-up region. */
export function sealMakerProductionProblems(given: GivenSettings, pem: Files, now: Date): string[] {
  const [maker] = certificatesOf(pem[CHAIN]);
  const problems = chainDateProblems(CHAIN, pem[CHAIN], now, "the seal maker's certificate");
  if (isChainOfTrial(pem[CHAIN])) {
    problems.push(`${CHAIN}: this is a certificate of the trial CA; production needs your own`);
  }
  if (maker && !orNull(() => mayBeUsedToSign(maker))) {
    problems.push(`${CHAIN}: the seal maker's certificate needs the key usage digitalSignature or nonRepudiation`);
  }
  // GB/T 2260 gives out 1 to 8.
  if (given.SEAL_REGION_CODE?.startsWith('9')) {
    problems.push('SEAL_REGION_CODE: there is no region 9; production needs the one that you were given');
  }
  return problems;
}
