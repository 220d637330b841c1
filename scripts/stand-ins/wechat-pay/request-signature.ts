import { createVerify } from 'node:crypto';
import type { DemoCredentials } from '../demo-credentials';
import type { StandInRequest } from '../serving/stand-in-server';
import { parseAuthorization } from './authorization-header';
import { INTERNAL_NUMBERS, PayError } from './pay-error';

const SKEW_SECONDS = 5 * 60;

const signError = (message: string): PayError => new PayError(401, 'SIGN_ERROR', message, INTERNAL_NUMBERS.signature);

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
  const message = [request.method, request.target, timestamp, nonce, request.body, ''].join('\n');
  const right = createVerify('RSA-SHA256').update(message).verify(credentials.merchantPublicKey, signature, 'base64');
  if (!right) throw signError('签名错误，请检查后再试');
}

/**
 * Checks the other headers API v3 asks for. `Wechatpay-Serial` must name the platform's public key: it decides which
 * key signs the answer, and merchants of the public-key mode have no other.
 * @throws PayError 400 PARAM_ERROR
 */
export function checkRequestHeaders(request: StandInRequest, credentials: DemoCredentials['wechatPay']): void {
  const refuse = (field: string, value: unknown, issue: string): PayError =>
    new PayError(400, 'PARAM_ERROR', issue, INTERNAL_NUMBERS.parameter, { field, value, issue, location: 'header' });
  const { accept, 'user-agent': userAgent, 'content-type': contentType } = request.headers;
  if (!accept || !/application\/json|\*\/\*/.test(accept))
    throw refuse('Accept', accept, 'Http头Accept必须为application/json');
  if (!userAgent) throw refuse('User-Agent', userAgent, 'Http头缺少User-Agent');
  if (request.method === 'POST' && !/^application\/json\b/.test(contentType ?? '')) {
    throw refuse('Content-Type', contentType, 'Http头Content-Type必须为application/json');
  }
  const serial = request.headers['wechatpay-serial'];
  if (serial !== credentials.platformKeyId) {
    throw refuse('Wechatpay-Serial', serial, 'Http头Wechatpay-Serial必须为微信支付公钥ID');
  }
}
