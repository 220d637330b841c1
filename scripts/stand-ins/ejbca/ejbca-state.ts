import { openJsonFile } from '../serving/json-file';
import { isJsonObject } from '../serving/json-object';

const VERSION = 1;

/** A certificate as EJBCA's database keeps it. Moments are milliseconds. */
export interface StoredCertificate {
  username: string;
  subjectDn: string;
  /** Hexadecimal, upper case. */
  serialNumber: string;
  certificateProfile: string;
  /** DER in base64. */
  certificate: string;
  /** SHA-256 of the public key, by which keys are compared. */
  keyFingerprint: string;
  notBefore: number;
  expireDate: number;
  /** RFC 5280, 5.3.1; −1: not revoked. */
  revocationReason: number;
  /** −1: not revoked. */
  revocationDate: number;
  updateTime: number;
}

export interface StoredRevocationList {
  number: number;
  nextUpdate: number;
  /** DER in base64. */
  crl: string;
}

export interface EjbcaState {
  version: typeof VERSION;
  certificates: StoredCertificate[];
  /** The latest one; made again when something was revoked since, or it ends. */
  revocationList: StoredRevocationList | null;
  revocationsSinceList: boolean;
}

/** @param dataFile where the state is kept; absent = in memory only */
export function openEjbcaState(dataFile?: string): { state: EjbcaState; save(): void } {
  const empty: EjbcaState = { version: VERSION, certificates: [], revocationList: null, revocationsSinceList: false };
  if (!dataFile) return { state: empty, save: () => undefined };
  const file = openJsonFile(dataFile);
  const stored = file.load();
  if (stored === undefined) return { state: empty, save: () => file.save(empty) };
  if (!isJsonObject(stored) || stored.version !== VERSION || !Array.isArray(stored.certificates)) {
    throw new Error(`${dataFile} is of another version. Delete it to start afresh.`);
  }
  const state = stored as unknown as EjbcaState;
  return { state, save: () => file.save(state) };
}

export const NOT_REVOKED = -1;
export const CERTIFICATE_HOLD = 6;

export const findBySerial = (state: EjbcaState, serialNumber: string): StoredCertificate | undefined =>
  state.certificates.find((stored) => BigInt(`0x${stored.serialNumber}`) === BigInt(`0x${serialNumber}`));
