import { createHash, createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { DemoCredentials } from '../../demo-credentials';

interface Tc3CallerOptions {
  url: () => string;
  account: DemoCredentials['tencentCloud'];
  now: () => Date;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/** What is to be other than in a right call. */
export interface Tc3Changes {
  secretId?: string;
  secretKey?: string;
  service?: string;
  date?: string;
  timestamp?: number;
  version?: string;
  sentBody?: string;
  /** The Host header that is sent. */
  host?: string;
  /** The host that is signed. */
  signedHost?: string;
  signedHeaders?: string[];
  headers?: Record<string, string | undefined>;
}

const FACEID = { service: 'faceid', version: '2018-03-01' };
const OTHERS = new Map([
  ['SendSms', { service: 'sms', version: '2021-01-11' }],
  ['VerifyBizLicenseEnterprise3', { service: 'ocr', version: '2018-11-19' }],
  ['IDCardOCR', { service: 'ocr', version: '2018-11-19' }],
]);

/** Calls API 3.0 with a TC3-HMAC-SHA256 signature made by hand. */
export const createTc3Caller =
  (o: Tc3CallerOptions) =>
  async (action: string, parameters: unknown, changes: Tc3Changes = {}) => {
    const { url, account, now } = o;
    const api = OTHERS.get(action) ?? FACEID;
    const service = changes.service ?? api.service;
    const host = changes.host ?? `${service}.tencentcloudapi.com`;
    const timestamp = changes.timestamp ?? now().getTime() / 1000;
    const date = changes.date ?? new Date(timestamp * 1000).toISOString().slice(0, 10);
    const body = JSON.stringify(parameters);
    const values: Record<string, string> = {
      'content-type': 'application/json',
      host: changes.signedHost ?? host,
      'x-tc-action': action.toLowerCase(),
    };
    const names = changes.signedHeaders ?? ['content-type', 'host'];
    const canonical = `POST\n/\n\n${names.map((name) => `${name}:${values[name]}\n`).join('')}\n${names.join(';')}\n${sha256(body)}`;
    const scope = `${date}/${service}/tc3_request`;
    const key = hmac(hmac(hmac(`TC3${changes.secretKey ?? account.secretKey}`, date), service), 'tc3_request');
    const signature = hmac(key, `TC3-HMAC-SHA256\n${timestamp}\n${scope}\n${sha256(canonical)}`).toString('hex');
    const headers: Record<string, string | undefined> = {
      'content-type': 'application/json',
      host,
      authorization: `TC3-HMAC-SHA256 Credential=${changes.secretId ?? account.secretId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`,
      'x-tc-action': action,
      'x-tc-version': changes.version ?? api.version,
      'x-tc-timestamp': String(timestamp),
      'x-tc-region': 'ap-guangzhou',
      ...changes.headers,
    };
    const sent = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const request = httpRequest(url(), { method: 'POST', headers: sent, agent: false }, async (response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk);
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
      });
      request.on('error', reject);
      request.end(changes.sentBody ?? body);
    });
    return { status, text, response: text.endsWith('}') ? JSON.parse(text).Response : undefined };
  };
