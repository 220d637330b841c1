import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readStatutoryDays } from '../calendar/read-calendar-file';
import type { StatutoryDays } from '../calendar/statutory-days';
import { auditKeyProblems } from './audit-key-problems';
import { type CompromisedKeys, readCompromisedKeys } from './compromised-keys';
import { configSchema, type Environment, type GivenSettings } from './config-schema';
import { contractAnchorProblems } from './contract-anchor-problems';
import { contractLastingProblems } from './contract-lasting-entries';
import { contractSignerProblems } from './contract-signer-problems';
import { demoProblems } from './demo-problems';
import { ejbcaProblems, ejbcaProductionProblems } from './ejbca-problems';
import { faceCheckProblems } from './face-check-settings';
import { keyIdProblems } from './key-rings';
import { localCaProblems, localCaProductionProblems } from './local-ca-problems';
import { renamedSettingProblems } from './renamed-settings';
import { sealMakerProblems, sealMakerProductionProblems } from './seal-maker-problems';
import { secretProblems } from './secret-problems';
import { signingCertificateProblems, signingMaterialProblems } from './signing-certificate-problems';
import { transferAccountProblems } from './transfer-account-problems';
import { unsetModeProblems } from './unset-mode-problems';

/** Every problem of the configuration at once; the process must not start. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly string[]) {
    super(`The configuration has ${problems.length} problem(s):\n${problems.map((line) => `  ${line}`).join('\n')}`);
  }
}

const FILE_SETTINGS = [
  'CONTRACT_SIGNER_CHAIN_FILE',
  'SEAL_MAKER_CHAIN_FILE',
  'SEAL_MAKER_KEY_FILE',
  'WECHAT_PAY_MERCHANT_KEY_FILE',
  'WECHAT_PAY_PUBLIC_KEY_FILE',
] as const;
/** Whether they must be there is for contract-signer-problems.ts, local-ca-problems.ts and ejbca-problems.ts to say. */
const OPTIONAL_FILE_SETTINGS = [
  'CONTRACT_SIGNER_KEY_FILE',
  'CONTRACT_PAST_SIGNING_CERTIFICATES_FILE',
  'CONTRACT_TIMESTAMP_ANCHORS_FILE',
  'LOCAL_CA_CHAIN_FILE',
  'LOCAL_CA_OCSP_CERTIFICATE_FILE',
  'LOCAL_CA_SM2_CHAIN_FILE',
  'LOCAL_CA_SM2_OCSP_CERTIFICATE_FILE',
  'EJBCA_CLIENT_CERTIFICATE_FILE',
  'EJBCA_CLIENT_KEY_FILE',
  'EJBCA_SERVER_CA_FILE',
  'EJBCA_ROOT_FILE',
] as const;
type FileSetting = (typeof FILE_SETTINGS)[number] | (typeof OPTIONAL_FILE_SETTINGS)[number];

/** The settings, with the files they name already read. */
export type Config = Environment & {
  readonly pem: Readonly<Record<FileSetting, string>>;
  readonly compromisedKeys: CompromisedKeys;
  readonly statutoryDays: StatutoryDays;
};

function readPem(setting: FileSetting, path: string | undefined, problems: string[]): string {
  if (!path) {
    return '';
  }
  try {
    const pem = readFileSync(path, 'utf8');
    if (!pem.includes('-----BEGIN ')) {
      problems.push(`${setting}: the file is not PEM`);
      return '';
    }
    return pem;
  } catch {
    problems.push(`${setting}: the file cannot be read`);
    return '';
  }
}

/** The key before the present one is given whole, and is another one. */
function previousKeyProblems(given: Readonly<Record<string, string | undefined>>): string[] {
  const { ACCESS_TOKEN_PREVIOUS_KEY: key, ACCESS_TOKEN_PREVIOUS_KEY_ID: id, ACCESS_TOKEN_KEY_ID: presentId } = given;
  if (Boolean(key) !== Boolean(id)) {
    return ['ACCESS_TOKEN_PREVIOUS_KEY: needs ACCESS_TOKEN_PREVIOUS_KEY_ID beside it, and the other way round'];
  }
  return id && id === presentId ? ['ACCESS_TOKEN_PREVIOUS_KEY_ID: is the id of the present key'] : [];
}

function readCalendar(path: string | undefined, problems: string[]): StatutoryDays {
  const found: string[] = [];
  const days = readStatutoryDays(path, found);
  problems.push(...found.map((problem) => `WORKING_CALENDAR_FILE: ${problem}`));
  return days;
}

/** What is told to whoever asks must not be told to the public. */
const metricsPortProblems = ({ METRICS_PORT: port = '0', PORT = '3000' }: GivenSettings): string[] =>
  Number(port) !== 0 && Number(port) === Number(PORT) ? ['METRICS_PORT: must be another one than PORT'] : [];

/** What the settings must not be together with their files, by how the process is started. */
function startProblems(given: GivenSettings, pem: Config['pem'], now: Date): string[] {
  const { CONTRACT_SIGNER_CHAIN_FILE: chainPem, CONTRACT_SIGNER_KEY_FILE: keyPem } = pem;
  const problems = [
    ...signingMaterialProblems({ chainPem, keyPem }),
    ...contractSignerProblems(given, chainPem),
    ...sealMakerProblems(pem),
    ...ejbcaProblems(given, pem),
    ...contractAnchorProblems(pem),
    ...contractLastingProblems(given, pem),
  ];
  if (given.NODE_ENV === undefined) {
    problems.push(...unsetModeProblems(given));
  }
  if (given.NODE_ENV === 'production') {
    problems.push(
      ...signingCertificateProblems(chainPem, given.AUTHORITY_NAME, now),
      ...demoProblems(given),
      ...secretProblems(given, pem),
      ...auditKeyProblems(given),
      ...localCaProductionProblems(given, pem, now),
      ...sealMakerProductionProblems(given, pem, now),
      ...ejbcaProductionProblems(given, pem, now),
    );
  }
  return problems;
}

/**
 * Reads and checks all settings. An empty variable counts as missing.
 * @throws ConfigError naming every problem; values are never printed.
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>, now = new Date()): Config {
  const given: Readonly<Record<string, string | undefined>> = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== ''),
  );
  const parsed = v.safeParse(configSchema, given);
  const problems = (parsed.issues ?? []).map((issue) => `${v.getDotPath(issue)}: ${messageOf(issue)}`);
  const pem = Object.fromEntries(
    [...OPTIONAL_FILE_SETTINGS, ...FILE_SETTINGS].map((name) => [name, readPem(name, given[name], problems)]),
  ) as Config['pem'];
  const compromisedKeys = readCompromisedKeys(given.COMPROMISED_KEYS_FILE, problems);
  const statutoryDays = readCalendar(given.WORKING_CALENDAR_FILE, problems);
  problems.push(...keyIdProblems(given), ...previousKeyProblems(given), ...renamedSettingProblems(given));
  problems.push(...metricsPortProblems(given), ...localCaProblems(given), ...transferAccountProblems(given));
  problems.push(...faceCheckProblems(given, given.NODE_ENV === 'production'));
  problems.push(...startProblems(given, pem, now));
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(problems);
  }
  return { ...parsed.output, pem, compromisedKeys, statutoryDays };
}

/** Valibot's own texts quote the value; a setting's value may be a secret. */
const messageOf = (issue: v.BaseIssue<unknown>): string =>
  issue.input === undefined
    ? 'missing'
    : issue.message.startsWith('Invalid ')
      ? 'has a value that is not allowed'
      : issue.message;
