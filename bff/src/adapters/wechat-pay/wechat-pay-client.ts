import { Wechatpay } from 'wechatpay-axios-plugin';
import { describeFailure, type WechatPayFailure } from './wechat-pay-failure';
import type { WechatPaySettings } from './wechat-pay-settings';

const DEFAULT_TIMEOUT_MS = 5000;
const LARGEST_ANSWER = 1024 * 1024;
/** Some 80,000 rows of a bill. */
const LARGEST_FILE = 32 * 1024 * 1024;
/** A file takes longer than an answer. */
const FILE_TIMEOUT_FACTOR = 6;

export interface WechatPayCall {
  readonly method: 'GET' | 'POST';
  /** With `{placeholders}`: order numbers written into the path itself would be kebab-cased by the plugin. */
  readonly path: string;
  readonly placeholders?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The answer is a file: `data` holds its bytes, which are not signed. */
  readonly isFile?: boolean;
  /** Whether the same request may be sent again when no answer came. */
  readonly repeatable: boolean;
}

/** `data` of a 2xx answer, its signature checked by the plugin on the raw text; only files have none. */
export type WechatPayResult =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly failure: WechatPayFailure };

export type WechatPayClient = (call: WechatPayCall) => Promise<WechatPayResult>;

function createVendorClient(
  settings: WechatPaySettings,
  baseUrl: string,
  certs: Readonly<Record<string, string>>,
): Wechatpay {
  return new Wechatpay({
    mchid: settings.mchid,
    serial: settings.merchantSerial,
    privateKey: settings.merchantPrivateKeyPem,
    certs: { ...certs },
    baseURL: baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`,
    timeout: settings.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    // The answer is signed with the key that the request names; the plugin does not send this header by itself.
    headers: { 'Wechatpay-Serial': settings.platformKeys.preferred },
    // A proxy named in the environment must not see payment requests, and a redirect must not take them elsewhere.
    proxy: false,
    maxRedirects: 0,
    maxContentLength: LARGEST_ANSWER,
  });
}

async function send(
  vendor: Wechatpay,
  call: WechatPayCall,
  { fileTimeoutMs, signal }: { readonly fileTimeoutMs: number; readonly signal?: AbortSignal | undefined },
): Promise<WechatPayResult> {
  const config = {
    ...call.placeholders,
    ...(call.query && { params: call.query }),
    ...(call.isFile && {
      responseType: 'arraybuffer' as const,
      maxContentLength: LARGEST_FILE,
      timeout: fileTimeoutMs,
    }),
    ...(signal && { signal }),
  };
  const resource = vendor.chain(call.path);
  try {
    const answer = await (call.method === 'GET' ? resource.get(config) : resource.post(call.body, config));
    return { ok: true, data: answer.data };
  } catch (error) {
    return { ok: false, failure: describeFailure(error) };
  }
}

const isNetworkFailure = ({ status, code }: WechatPayFailure): boolean => status === null && !code.startsWith('EV3_');

/**
 * WeChat Pay API v3 through wechatpay-axios-plugin. A repeatable call is sent once more, to the fallback address where
 * there is one, when no answer came. Never throws for what the remote does.
 */
export function createWechatPayClient(settings: WechatPaySettings): WechatPayClient {
  const { platformKeys, baseUrl, fallbackBaseUrl } = settings;
  let certs: Readonly<Record<string, string>> | null = null;
  let primary: Wechatpay | null = null;
  let fallback: Wechatpay | null = null;
  /** The plugin takes its keys once: with other keys it is made anew. */
  const clients = (): { primary: Wechatpay; fallback: Wechatpay } => {
    const current = platformKeys.all();
    if (!primary || !fallback || certs !== current) {
      certs = current;
      primary = createVendorClient(settings, baseUrl, current);
      fallback = fallbackBaseUrl ? createVendorClient(settings, fallbackBaseUrl, current) : primary;
    }
    return { primary, fallback };
  };
  return async (call) => {
    const signal = settings.signal?.();
    const limits = { fileTimeoutMs: FILE_TIMEOUT_FACTOR * (settings.timeoutMs ?? DEFAULT_TIMEOUT_MS), signal };
    const first = await send(clients().primary, call, limits);
    return !first.ok && call.repeatable && !signal?.aborted && isNetworkFailure(first.failure)
      ? send(clients().fallback, call, limits)
      : first;
  };
}
