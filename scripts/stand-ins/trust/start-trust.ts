import { createStandInEnvironment, type StandInEnvironment } from '../serving/environment';
import { TRUST_FAULTS, type TrustFault } from '../serving/fault-board';
import type { HttpListener } from '../serving/http-listener';
import { type StandInReply, type StandInRequest, startStandInServer } from '../serving/stand-in-server';
import { type RsaParty, rsaParty } from './rsa-party';
import { ocspAnswer, revocationList } from './status-answers';
import { timestampReply } from './timestamp-reply';

/** PEM of those whose services it gives: the authority above the contract signer, and an authority that stamps times. */
export interface TrustMaterial {
  readonly rootPem: string;
  readonly rootKeyPem: string;
  readonly issuingPem: string;
  readonly issuingKeyPem: string;
  readonly signerPem: string;
  readonly signerKeyPem: string;
  readonly timestampRootPem: string;
  readonly timestampRootKeyPem: string;
  readonly timestampPem: string;
  readonly timestampKeyPem: string;
}

/** Base URL: `/tsa` stamps, `/ocsp/<root|issuing|timestamp>` answer, `/crl/<…>.crl` are lists, `/certificates/<…>.cer` issuers. */
export interface TrustStandIn extends HttpListener {
  /** From now on the contract signing certificate is revoked. */
  revokeSigner(): void;
}

const answer = (type: string, bytes: Buffer): StandInReply => ({
  status: 200,
  headers: { 'content-type': type },
  body: '',
  bytes,
});
const NOT_FOUND: StandInReply = { status: 404, body: 'not found' };

/** Starts the stand-in of a time stamping authority and of the status services that certificates name. */
export async function startTrust(o: {
  material: TrustMaterial;
  environment?: StandInEnvironment;
  port?: number;
}): Promise<TrustStandIn> {
  const environment = o.environment ?? createStandInEnvironment();
  const { now, faults, changed } = environment;
  const { material } = o;
  const issuers: Readonly<Record<string, RsaParty>> = {
    root: rsaParty(material.rootPem, material.rootKeyPem),
    issuing: rsaParty(material.issuingPem, material.issuingKeyPem),
    timestamp: rsaParty(material.timestampRootPem, material.timestampRootKeyPem),
  };
  const authority = rsaParty(material.timestampPem, material.timestampKeyPem);
  const signer = rsaParty(material.signerPem, material.signerKeyPem);
  let signerRevokedAt: Date | null = null;

  const struck = (path: string): TrustFault | undefined =>
    TRUST_FAULTS.find((fault) => faults.strikes('trust', fault, path));

  function answerTo({ method, path, bytes }: StandInRequest): StandInReply {
    const fault = struck(path);
    const revokedAt = fault === 'revoked' ? now() : signerRevokedAt;
    if (method === 'POST' && path === '/tsa') {
      const stamped = timestampReply(bytes, { authority, stranger: signer, now: now() }, fault);
      return answer('application/timestamp-reply', stamped);
    }
    const [, service = '', name = ''] = /^\/(ocsp|crl|certificates)\/([a-z]+)(?:\.crl|\.cer)?$/.exec(path) ?? [];
    const issuer = issuers[name];
    if (!issuer) return NOT_FOUND;
    if (service === 'certificates') return answer('application/pkix-cert', issuer.certificate);
    const ofSigner = name === 'issuing' ? revokedAt : null;
    if (service === 'ocsp' && method === 'POST') {
      return answer('application/ocsp-response', ocspAnswer(bytes, { issuer, now: now(), revokedAt: ofSigner }));
    }
    const revoked = ofSigner ? [{ serialDer: signer.serialDer, at: ofSigner }] : [];
    return service === 'crl' ? answer('application/pkix-crl', revocationList(issuer, now(), revoked)) : NOT_FOUND;
  }

  const listener = await startStandInServer(
    {
      standIn: 'trust',
      answer: answerTo,
      fail: () => ({ status: 503, body: 'unavailable' }),
    },
    environment,
    o.port,
  );
  return {
    ...listener,
    revokeSigner() {
      signerRevokedAt = now();
      changed();
    },
  };
}
