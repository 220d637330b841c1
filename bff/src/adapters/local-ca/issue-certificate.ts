import {
  buildCertificate,
  type CertificateProfile,
  newSerialNumber,
  PkiError,
  readCertificate,
  verifySignature,
} from '../../pki';
import type { CertificateOrder, IssuedCertificate } from '../../ports/certificate-authority';
import { PortError } from '../../ports/port-error';
import { isSpoilt, refuseUsedKey } from './check-key';
import { type CheckedOrder, checkOrder, hashOfOrder, readOrderedKey, refuseMalformedKey } from './check-order';
import type { IssuedRecord } from './issued-record';
import { changeId, type LocalAuthority, sha256Hex } from './local-authority';
import { PORT, refused } from './refuse';

/** What is handed out: always what is stored. @throws PortError misconfigured when its authority is no longer configured */
function handOut({ authorities }: LocalAuthority, record: IssuedRecord): IssuedCertificate {
  const authority = authorities.find(({ keyId }) => keyId === record.authorityKeyId);
  if (!authority) {
    throw new PortError(PORT, 'misconfigured', 'authority_gone');
  }
  return {
    certificateDer: record.certificateDer,
    chainDer: authority.chain.map(({ der }) => der),
    serialNumber: record._id,
  };
}

function profileOf(
  { statusUrl, policyArc, cpsUri }: LocalAuthority,
  { profile, authority }: CheckedOrder,
): CertificateProfile {
  return {
    keyUsages: profile.keyUsages,
    extendedKeyUsages: profile.extendedKeyUsages,
    policies: [{ oid: `${policyArc}.${profile.policy}`, cpsUri }],
    crlUrls: [`${statusUrl}/crl/${authority.keyId}.crl`],
    ocspUrls: [`${statusUrl}/ocsp`],
    issuerUrls: [],
    authority: null,
    ocspNoCheck: false,
  };
}

/** Signs, and checks what came out: a signature that a faulty token has computed wrongly can give the key away. */
async function sign(local: LocalAuthority, checked: CheckedOrder): Promise<{ serialNumber: string; der: Uint8Array }> {
  const { order, authority, publicKeyInfoDer } = checked;
  const content = {
    serialNumber: newSerialNumber(local.randomBytes),
    subject: order.subject,
    publicKeyInfoDer,
    notBefore: order.notBefore,
    notAfter: order.notAfter,
    profile: profileOf(local, checked),
  };
  try {
    const der = await buildCertificate(authority.issuer, content);
    const made = readCertificate(der);
    const issuerKey = authority.issuer.certificate.publicKey;
    if (!verifySignature(issuerKey, made.signatureAlgorithmDer, made.tbsDer, made.signature)) {
      throw new PortError(PORT, 'unavailable', 'wrong_signature');
    }
    return { serialNumber: made.serialNumber, der };
  } catch (error) {
    // The names of the broken rules, such as a name that is too long: nothing of the order itself.
    const code = error instanceof PkiError ? [error.code, ...error.findings].join(':') : '';
    throw error instanceof PkiError ? refused(code, error) : error;
  }
}

/**
 * Revokes a certificate whose key was spoilt while it was made. Revoking looks for the key's other certificates after its write, issuing for
 * revocations after its own: one of both sees the other. @returns whether it did
 */
async function revokeSpoilt(local: LocalAuthority, record: IssuedRecord, now: Date): Promise<boolean> {
  if (record.revocation !== null || !(await local.store.findByKey(record.keySha256)).some(isSpoilt)) {
    return false;
  }
  await local.store.changeRevocation(record, { reason: 'keyCompromise', at: now }, changeId(local));
  return true;
}

async function handOutUnspoilt(local: LocalAuthority, record: IssuedRecord, now: Date): Promise<IssuedCertificate> {
  if (await revokeSpoilt(local, record, now)) {
    throw refused('key_revoked');
  }
  return handOut(local, record);
}

/** What the idempotency key has made, if it was the same order. @throws PortError `rejected` idempotency_key_reused */
async function repeated(
  local: LocalAuthority,
  made: IssuedRecord,
  orderSha256: string,
  now: Date,
): Promise<IssuedCertificate> {
  if (made.orderSha256 !== orderSha256) {
    throw refused('idempotency_key_reused');
  }
  return handOutUnspoilt(local, made, now);
}

/** The port's `findByKey`. Whoever died between storing and looking at the key once more is followed here. @throws PortError */
export async function findIssued(
  local: LocalAuthority,
  idempotencyKey: string,
  now: Date,
): Promise<IssuedCertificate | null> {
  const record = await local.store.findByIdempotencyKey(idempotencyKey);
  if (!record) {
    return null;
  }
  await revokeSpoilt(local, record, now);
  return handOut(local, record);
}

/**
 * The port's `issue`. Nothing is handed out that is not stored, and storing it is what gives its idempotency key and its public key away:
 * whoever dies before has made nothing, and of several that sign at once one stores. The others' certificates are forgotten unseen.
 * @throws PortError
 */
export async function issueCertificate(
  local: LocalAuthority,
  order: CertificateOrder,
  now: Date,
): Promise<IssuedCertificate> {
  const { store } = local;
  refuseMalformedKey(order);
  const request = readOrderedKey(order);
  const { publicKeyInfoDer } = request.publicKey;
  const orderSha256 = hashOfOrder(order, publicKeyInfoDer);
  // First of all: what was made must be found again whatever has changed since.
  const before = await store.findByIdempotencyKey(order.idempotencyKey);
  if (before) {
    return repeated(local, before, orderSha256, now);
  }
  const checked = checkOrder(local, order, request, now);
  const keySha256 = sha256Hex(publicKeyInfoDer);
  await refuseUsedKey(local, keySha256, order);
  const { serialNumber, der } = await sign(local, checked);
  const record: IssuedRecord = {
    _id: serialNumber,
    idempotencyKey: order.idempotencyKey,
    orderSha256,
    keySha256,
    ...(order.renews === undefined && { firstOfKey: keySha256 }),
    authorityKeyId: checked.authority.keyId,
    profile: order.profile,
    certificateDer: der,
    issuedAt: now,
    notAfter: order.notAfter,
    revocation: null,
  };
  if (!(await store.insert(record))) {
    const winner = await store.findByIdempotencyKey(order.idempotencyKey);
    if (!winner) {
      throw refused('key_reused');
    }
    return repeated(local, winner, orderSha256, now);
  }
  return handOutUnspoilt(local, record, now);
}
