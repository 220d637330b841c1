import { createHash, generateKeyPairSync } from 'node:crypto';
import type { JsonObject } from '../serving/json-object';
import type { StandInReply } from '../serving/stand-in-server';
import { type NameEntry, NameError, nameDer, nameText, parseName } from './distinguished-name';
import { approvalReply, EjbcaError, jsonReply } from './ejbca-error';
import { NOT_REVOKED, type StoredCertificate } from './ejbca-state';
import type { EjbcaWorld } from './ejbca-world';
import { extension, makeCertificate } from './make-certificate';
import { CsrError, type ReadCsr, readCsr } from './read-csr';
import { newSerialNumber } from './trial-authorities';

const DAY_MS = 24 * 3600_000;
/** The profile's own term, where none is asked for or may be. */
const PROFILE_TERM_MS = 730 * DAY_MS;
const BACKDATED_MS = 10 * 60_000;
const SMALLEST_RSA = 2048;
/** nonRepudiation and digitalSignature; keyEncipherment and dataEncipherment. */
const KEY_USAGES = { signing: [0xc0, 6], encryption: [0x30, 4] } as const;

interface Wish {
  readonly username: string;
  readonly profile: keyof typeof KEY_USAGES;
  readonly csr: ReadCsr;
  readonly subject: readonly NameEntry[];
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const textOf = (input: JsonObject, name: string): string | undefined => {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** `pkcs10enroll` answers 400 with the sentence of whatever went wrong inside. */
const refuse = (sentence: string): EjbcaError => new EjbcaError(400, sentence);

/** The forms of ValidityDate.java that name their time zone; without seconds or with. */
function readTime(text: string): Date {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(?::\d\d)?)([+-]\d\d:\d\d)$/.exec(text);
  const date = match ? new Date(`${match[1]}T${match[2]}${match[3]}`) : undefined;
  if (!date || Number.isNaN(date.getTime())) throw refuse('Invalid date format in StartTime.');
  return date;
}

function readSubject(input: JsonObject, csr: ReadCsr): readonly NameEntry[] {
  const dn = textOf(input, 'subject_dn');
  try {
    // Without one the request's own subject is certified.
    return dn === undefined ? csr.subject : parseName(dn);
  } catch (error) {
    if (error instanceof NameError) throw refuse(`Illegal subject: ${error.message}`);
    throw error;
  }
}

function readRequest(input: JsonObject): ReadCsr {
  try {
    return readCsr(textOf(input, 'certificate_request') ?? '');
  } catch (error) {
    if (error instanceof CsrError) throw refuse(error.message);
    throw error;
  }
}

function checkKey({ publicKey }: ReadCsr): void {
  const { modulusLength = 0, namedCurve } = publicKey.asymmetricKeyDetails ?? {};
  if (modulusLength < SMALLEST_RSA && namedCurve !== 'prime256v1') throw refuse('Illegal key: not among the profile’s');
}

function readWish(input: JsonObject, world: EjbcaWorld): Wish {
  const { credentials, settings } = world;
  const caName = textOf(input, 'certificate_authority_name');
  if (caName !== credentials.authorityName) throw refuse(`CA with name "${caName}" doesn't exist`);
  const name = textOf(input, 'certificate_profile_name');
  const profile = (['signing', 'encryption'] as const).find((kind) => credentials.certificateProfiles[kind] === name);
  if (!profile) throw refuse(`Certificate profile with name "${name}" doesn't exist`);
  const endEntityProfile = textOf(input, 'end_entity_profile_name');
  if (endEntityProfile !== credentials.endEntityProfile) {
    throw new EjbcaError(404, `End entity profile of name "${endEntityProfile}" was not found`);
  }
  const username = textOf(input, 'username');
  if (!username || !textOf(input, 'password')) throw refuse('User name and password are required by the profile.');
  const csr = readRequest(input);
  checkKey(csr);
  if (csr.alternativeNames && !settings.alternativeNames) {
    throw refuse('Wrong number of DNSNAME fields in Subject Alternative Name.');
  }
  const now = world.now();
  const [start, end] = [textOf(input, 'start_time'), textOf(input, 'end_time')].map((text) => text && readTime(text));
  const notBefore = (settings.validityOverride && start) || new Date(now.getTime() - BACKDATED_MS);
  const notAfter = (settings.validityOverride && end) || new Date(now.getTime() + PROFILE_TERM_MS);
  return {
    username,
    profile,
    csr,
    subject: readSubject(input, csr),
    notBefore,
    // Nothing outlives the CA.
    notAfter: new Date(Math.min(notAfter.getTime(), world.ca.notAfter.getTime())),
  };
}

const fingerprintOf = (publicKeyDer: Buffer): string => createHash('sha256').update(publicKeyDer).digest('hex');

function checkUnique({ username, csr }: Wish, { state, settings }: EjbcaWorld): void {
  const fingerprint = fingerprintOf(csr.publicKeyDer);
  const sameKey = state.certificates.filter(({ keyFingerprint }) => keyFingerprint === fingerprint);
  if (settings.uniquePublicKeys && sameKey.some((stored) => stored.username !== username)) {
    throw refuse(`User '${username}' is not allowed to use same key as another user is using.`);
  }
  if (settings.keyRenewal && sameKey.some((stored) => stored.username === username)) {
    throw refuse(`User '${username}' is not allowed to use same key as the user has used before.`);
  }
}

function somebodyElsesKey(): Buffer {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ type: 'spki', format: 'der' });
}

/** Certifies and stores; an end entity that is there already is changed without a word (addOrEditUser). */
function certify(wish: Wish, world: EjbcaWorld): StoredCertificate {
  const { csr, username, profile } = wish;
  const subject = world.strikes('other-subject')
    ? wish.subject.map((entry) => (entry.name === 'CN' ? { ...entry, value: 'demo somebody else' } : entry))
    : wish.subject;
  const notAfter = world.strikes('other-term') ? new Date(wish.notAfter.getTime() + DAY_MS) : wish.notAfter;
  const publicKeyDer = world.strikes('other-key') ? somebodyElsesKey() : csr.publicKeyDer;
  const serialNumber = newSerialNumber();
  const certificate = makeCertificate(
    {
      serialNumber,
      subjectDer: nameDer(subject),
      publicKeyDer,
      notBefore: wish.notBefore,
      notAfter,
      authority: false,
      keyUsage: KEY_USAGES[profile],
      ...(csr.alternativeNames && { extensions: [extension('2.5.29.17', csr.alternativeNames)] }),
    },
    world.ca.issuer,
  );
  const stored: StoredCertificate = {
    username,
    subjectDn: nameText(subject),
    serialNumber,
    certificateProfile: world.credentials.certificateProfiles[profile],
    certificate: certificate.toString('base64'),
    keyFingerprint: fingerprintOf(csr.publicKeyDer),
    notBefore: wish.notBefore.getTime(),
    expireDate: notAfter.getTime(),
    revocationReason: NOT_REVOKED,
    revocationDate: NOT_REVOKED,
    updateTime: world.now().getTime(),
  };
  world.state.certificates.push(stored);
  world.changed();
  return stored;
}

/** `POST /v1/certificate/pkcs10enroll`. @throws EjbcaError */
export function enrol(input: JsonObject, world: EjbcaWorld): StandInReply {
  const format = textOf(input, 'response_format') ?? 'DER';
  if (format !== 'DER') throw refuse('Invalid input. Response format can only be DER or PKCS7');
  if (world.strikes('ca-offline')) throw refuse(`CA with DN '${world.ca.dn}' is not active.`);
  if (world.strikes('approval-required')) return approvalReply();
  const wish = readWish(input, world);
  checkUnique(wish, world);
  // Two requests that looked at the same moment whether the key is used.
  if (world.strikes('enrolled-twice')) certify(wish, world);
  const stored = certify(wish, world);
  const { chain } = world.strikes('wrong-chain') ? world.otherCa : world.ca;
  return jsonReply(201, {
    certificate: stored.certificate,
    serial_number: stored.serialNumber,
    response_format: 'DER',
    ...(input.include_chain === true && { certificate_chain: chain.map((der) => der.toString('base64')) }),
  });
}
