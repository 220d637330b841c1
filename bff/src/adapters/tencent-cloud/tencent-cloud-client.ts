import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import * as v from 'valibot';
import { PortError } from '../../ports/port-error';
import { portErrorOfCode } from './tencent-cloud-failure';

const DEFAULT_TIMEOUT_MS = 5000;

export interface TencentCloudSettings {
  /** https://sms.tencentcloudapi.com and the like, or a stand-in (http, with a port). */
  readonly url: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly region: string;
  /** How long one request may take; 5000 when absent. */
  readonly timeoutMs?: number;
  /** Ends calls of a job whose time is over; undefined outside of jobs. */
  readonly signal?: () => AbortSignal | undefined;
}

export interface TencentCloudApi {
  /** For errors: which port it is called for. */
  readonly port: string;
  /** API version, e.g. 2021-01-11. */
  readonly version: string;
}

/** What of the SDK's exception may be looked at; its message may quote the request. */
const exceptionSchema = v.object({ code: v.optional(v.string()), httpCode: v.optional(v.number()) });

function portErrorOfException(port: string, error: unknown): PortError {
  const parsed = v.safeParse(exceptionSchema, error);
  const { code, httpCode } = parsed.success ? parsed.output : {};
  if (httpCode !== undefined) {
    return new PortError(port, httpCode === 429 ? 'rate-limited' : 'unavailable', `HTTP ${httpCode}`);
  }
  return code ? portErrorOfCode(port, code) : new PortError(port, 'unavailable', 'NO-USABLE-ANSWER');
}

/**
 * One API of Tencent Cloud (API 3.0, TC3-HMAC-SHA256) through the official SDK. `request` answers what `answerSchema`
 * reads out of `Response`.
 * @throws PortError; its vendorCode is Tencent's error code
 */
export function createTencentCloudClient(settings: TencentCloudSettings, api: TencentCloudApi) {
  const { protocol, host } = new URL(settings.url);
  const client = new CommonClient(host, api.version, {
    credential: { secretId: settings.secretId, secretKey: settings.secretKey },
    region: settings.region,
    profile: {
      signMethod: 'TC3-HMAC-SHA256',
      httpProfile: {
        protocol: `${protocol}//`,
        reqMethod: 'POST',
        reqTimeout: (settings.timeoutMs ?? DEFAULT_TIMEOUT_MS) / 1000,
        // Without an agent of ours the SDK follows http_proxy of the environment, also for https and loopback.
        agent: protocol === 'http:' ? new HttpAgent() : new HttpsAgent(),
      },
    },
  });
  return {
    async request<TSchema extends v.GenericSchema>(
      action: string,
      parameters: object,
      answerSchema: TSchema,
    ): Promise<v.InferOutput<TSchema>> {
      let answer: unknown;
      try {
        const signal = settings.signal?.();
        answer = await client.request(action, parameters, signal && { signal });
      } catch (error) {
        throw portErrorOfException(api.port, error);
      }
      const parsed = v.safeParse(answerSchema, answer);
      if (!parsed.success) {
        throw new PortError(api.port, 'unavailable', 'UNEXPECTED-ANSWER');
      }
      return parsed.output;
    },
  };
}
