import * as v from 'valibot';
import { BUSY, noUsableAnswer } from './wechat-failure';
import type { WechatPlatformSettings } from './wechat-platform-settings';

const DEFAULT_TIMEOUT_MS = 5000;

export interface WechatCall {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Present = POST as JSON. */
  readonly body?: object;
}

/** `errcode` is 0, also where the platform leaves it out on success. */
export interface WechatAnswer {
  readonly errcode: number;
  readonly content: unknown;
}

export type WechatHttp = (call: WechatCall) => Promise<WechatAnswer>;

const answerSchema = v.looseObject({ errcode: v.optional(v.number(), 0) });

function parseAnswer(text: string): WechatAnswer {
  let content: unknown;
  try {
    // code2Session answers JSON as text/plain: the content type is not asked.
    content = JSON.parse(text);
  } catch {
    throw noUsableAnswer('NOT-JSON');
  }
  const parsed = v.safeParse(answerSchema, content);
  if (!parsed.success) {
    throw noUsableAnswer('UNEXPECTED-ANSWER');
  }
  return { errcode: parsed.output.errcode, content };
}

/**
 * One request to the WeChat server API. HTTP status is 200 for nearly everything, errcode decides; a busy platform (-1)
 * is asked once more. Errors never hold the address: its query carries the secret and the token.
 * @throws PortError `unavailable` when there is no usable answer
 */
export function createWechatHttp(
  settings: Pick<WechatPlatformSettings, 'baseUrl' | 'timeoutMs' | 'signal'>,
): WechatHttp {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const timeoutMs = settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;

  async function fetchText({ path, query, body }: WechatCall): Promise<string> {
    const address = `${base}${path}?${new URLSearchParams(query)}`;
    const ofJob = settings.signal?.();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = ofJob ? AbortSignal.any([ofJob, timeout]) : timeout;
    const request: RequestInit = {
      redirect: 'error',
      signal,
      ...(body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    };
    let status: number;
    let text: string;
    try {
      const response = await fetch(address, request);
      status = response.status;
      text = await response.text();
    } catch {
      throw noUsableAnswer(signal.aborted ? 'TIMEOUT' : 'NO-ANSWER');
    }
    if (status !== 200) {
      throw noUsableAnswer(`HTTP ${status}`);
    }
    return text;
  }

  return async (call) => {
    const first = parseAnswer(await fetchText(call));
    return first.errcode === BUSY ? parseAnswer(await fetchText(call)) : first;
  };
}
