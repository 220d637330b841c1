import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { StandInRequest } from '../serving/stand-in-server';
import { TencentError } from './tencent-error';

const ALGORITHM = 'TC3-HMAC-SHA256';
const SKEW_SECONDS = 5 * 60;
const AUTHORIZATION =
  /^TC3-HMAC-SHA256\s+Credential=([^/,\s]+)\/(\d{4}-\d{2}-\d{2})\/([^/,\s]+)\/tc3_request,\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=([0-9a-f]{64})$/;

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function header(request: StandInRequest, name: string): string {
  const value = request.headers[name];
  return (Array.isArray(value) ? value.join(',') : (value ?? '')).trim();
}

/**
 * Values that a signed header may stand for. The Host header counts with and without its port: the real service
 * listens on 443, where both are the same, and Tencent's own SDK signs the host name alone.
 */
function signableValues(request: StandInRequest, name: string): string[] {
  const value = header(request, name).toLowerCase();
  return name === 'host' ? [...new Set([value, value.replace(/:\d+$/, '')])] : [value];
}

function canonicalRequests(request: StandInRequest, signedHeaders: string[]): string[] {
  const [path = '/', query = ''] = request.target.split('?');
  const heads = signedHeaders.reduce<string[]>(
    (starts, name) =>
      starts.flatMap((start) => signableValues(request, name).map((value) => `${start}${name}:${value}\n`)),
    [''],
  );
  return heads.map((head) =>
    [request.method, path, query, head, signedHeaders.join(';'), sha256Hex(request.body)].join('\n'),
  );
}

/**
 * Checks an API 3.0 request's signature (签名方法 v3). The credential's service must be the product's, or the first
 * label of the host that was called: Tencent's SDK takes it from there, and for the real hosts both are the same.
 * @throws TencentError AuthFailure.*, MissingParameter
 */
export function checkTc3Signature(
  request: StandInRequest,
  o: { secretId: string; secretKey: string; service: string; now: Date },
): void {
  const match = AUTHORIZATION.exec(header(request, 'authorization'));
  if (!match) throw new TencentError('AuthFailure.InvalidAuthorization', '请求头部的 Authorization 不符合腾讯云标准。');
  const [, secretId, date, service = '', headerList = '', signature = ''] = match;
  const timestamp = header(request, 'x-tc-timestamp');
  if (!/^\d{10}$/.test(timestamp)) throw new TencentError('MissingParameter', '缺少或错误的参数 X-TC-Timestamp。');
  if (Math.abs(o.now.getTime() / 1000 - Number(timestamp)) > SKEW_SECONDS) {
    throw new TencentError('AuthFailure.SignatureExpire', '签名过期。Timestamp 和服务器时间相差不得超过五分钟。');
  }
  if (secretId !== o.secretId) throw new TencentError('AuthFailure.SecretIdNotFound', '密钥不存在。');
  const failure = new TencentError('AuthFailure.SignatureFailure', '签名错误。签名计算错误，请对照签名方法检查。');
  const signedHeaders = headerList.split(';');
  const covers = (name: string): boolean => signedHeaders.includes(name);
  if (!covers('content-type') || !covers('host')) throw failure;
  if (date !== new Date(Number(timestamp) * 1000).toISOString().slice(0, 10)) throw failure;
  if (service !== o.service && service !== header(request, 'host').split(/[.:]/)[0]) throw failure;

  const key = hmac(hmac(hmac(`TC3${o.secretKey}`, date), service), 'tc3_request');
  const given = Buffer.from(signature, 'hex');
  const right = canonicalRequests(request, signedHeaders).some((canonical) =>
    timingSafeEqual(
      given,
      hmac(key, [ALGORITHM, timestamp, `${date}/${service}/tc3_request`, sha256Hex(canonical)].join('\n')),
    ),
  );
  if (!right) throw failure;
}
