import { createVerify } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import type { JsonObject } from '../serving/json-object';
import type { StandInRequest } from '../serving/stand-in-server';
import { parseAuthorization } from './authorization-header';
import { openedPublicKey } from './opened-key';
import { INTERNAL_NUMBERS, PayError, parameterError } from './pay-error';
import type { PlatformKeys } from './platform-keys';

const SKEW_SECONDS = 5 * 60;

const SHOWN_OF_BODY = 8;

const signError = (message: string, detail?: JsonObject): PayError =>
  new PayError(401, 'SIGN_ERROR', message, INTERNAL_NUMBERS.signature, detail);

/** What the real answer shows of the text that it tried the signature on. */
const mismatch = ({ method, target, body }: StandInRequest, head: string): JsonObject => ({
  detail: { issue: 'sign not match' },
  field: 'signature',
  location: 'authorization',
  sign_information: {
    method,
    sign_message_length: Buffer.byteLength(`${head}${body}\n`),
    truncated_sign_message: `${head}${body.slice(0, SHOWN_OF_BODY)}\n`,
    url: target,
  },
});

/**
 * Checks who calls: Authorization, clock skew, certificate serial and the RSA-SHA256 signature over
 * method, path with query, timestamp, nonce and body, each line ended by \n.
 * @throws PayError 401 SIGN_ERROR
 */
export function checkRequestSignature(
  request: StandInRequest,
  credentials: DemoCredentials['wechatPay'],
  now: Date,
): void {
  const authorization = parseAuthorization(request.headers.authorization);
  if (!authorization) throw signError('Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》');
  const { mchid, nonce_str: nonce, timestamp, serial_no: serial, signature } = authorization;
  if (mchid !== credentials.merchantId) throw signError('商户号错误');
  if (serial !== credentials.merchantSerial) throw signError('商户证书序列号有误');
  if (!/^\d{10}$/.test(timestamp) || Math.abs(now.getTime() / 1000 - Number(timestamp)) > SKEW_SECONDS) {
    throw signError('Http头Authorization中的timestamp与发起请求的时间不得超过5分钟');
  }
  const head = [request.method, request.target, timestamp, nonce, ''].join('\n');
  const message = `${head}${request.body}\n`;
  const merchantKey = openedPublicKey(credentials.merchantPublicKey);
  const right = createVerify('RSA-SHA256').update(message).verify(merchantKey, signature, 'base64');
  if (!right) throw signError('错误的签名，验签失败', mismatch(request, head));
}

/**
 * Checks the other headers API v3 asks for. `Wechatpay-Serial` must name a key of the platform: it decides which key
 * signs the answer. Merchants of the public-key mode have no other than the public key and may not leave it out.
 * @throws PayError 400 PARAM_ERROR
 */
export function checkRequestHeaders(request: StandInRequest, keys: Pick<PlatformKeys, 'mayName'>): void {
  const refuse = (field: string, value: unknown, issue: string): PayError =>
    parameterError(issue, { field, value: value ?? null, issue, location: 'header' });
  const { accept, 'user-agent': userAgent, 'content-type': contentType } = request.headers;
  if (!accept || !/application\/json|\*\/\*/.test(accept))
    throw refuse('Accept', accept, 'Http头Accept必须为application/json');
  if (!userAgent) throw refuse('User-Agent', userAgent, 'Http头缺少User-Agent');
  if (request.method === 'POST' && !/^application\/json\b/.test(contentType ?? '')) {
    throw refuse('Content-Type', contentType, 'Http头Content-Type必须为application/json');
  }
  const serial = request.headers['wechatpay-serial']?.toString();
  if (!keys.mayName(serial)) {
    throw refuse('Wechatpay-Serial', serial, 'Http头Wechatpay-Serial必须为微信支付公钥ID');
  }
}
