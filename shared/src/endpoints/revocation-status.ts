import * as v from 'valibot';
import { binary, defineEndpoint } from '../contract/define-endpoint';

/** Whole offices ask from one address, at the start of every day. */
const STATUS_LIMIT = { limit: 1200, windowSeconds: 60, by: 'address' } as const;
/** A request for one certificate has about 100 octets; ours may be for 32. */
const MAX_REQUEST_CHARACTERS = 8192;

/** What programs that check a certificate ask for at the addresses written into it; no person reads the answers. */
export const revocationStatusEndpoints = {
  readRevocationList: defineEndpoint({
    id: 'revocationStatus.readRevocationList',
    method: 'GET',
    path: '/crl/:authorityKeyId.crl',
    access: 'public',
    summary: '证书吊销列表（RFC 5280），按签发机构的密钥标识',
    params: v.object({ authorityKeyId: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)) }),
    response: binary('application/pkix-crl'),
    errors: ['request.not_found', 'revocation_status.published_elsewhere'],
    idempotent: true,
    rateLimit: { limit: 300, windowSeconds: 60, by: 'address' },
  }),
  /** RFC 6960, A.1: the request's DER as the body. */
  askStatus: defineEndpoint({
    id: 'revocationStatus.askStatus',
    method: 'POST',
    path: '/ocsp',
    access: 'public',
    summary: '在线查询证书状态（OCSP，RFC 6960）',
    request: 'raw',
    rawMediaType: 'application/ocsp-request',
    response: binary('application/ocsp-response'),
    errors: [],
    idempotent: true,
    rateLimit: STATUS_LIMIT,
    audited: false,
  }),
  /** RFC 6960, A.1: the request's DER in base64, percent-encoded. */
  readStatus: defineEndpoint({
    id: 'revocationStatus.readStatus',
    method: 'GET',
    path: '/ocsp/:request',
    access: 'public',
    summary: '在线查询证书状态，查询写在地址里，可以缓存',
    params: v.object({ request: v.pipe(v.string(), v.maxLength(MAX_REQUEST_CHARACTERS)) }),
    response: binary('application/ocsp-response'),
    errors: [],
    idempotent: true,
    rateLimit: STATUS_LIMIT,
  }),
};
