import * as v from 'valibot';
import { noUsableAnswer } from './kuaidi100-failure';
import type { Kuaidi100Settings } from './kuaidi100-settings';

const DEFAULT_TIMEOUT_MS = 8000;

export type Kuaidi100Http = (path: string, form: Readonly<Record<string, string>>) => Promise<Kuaidi100Answer>;

export interface Kuaidi100Answer {
  /** `returnCode` of a refusal, `200` when the answer is what was asked for. */
  readonly returnCode: string;
  readonly content: unknown;
}

const code = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
/** A query that succeeds has a `status` and neither of the others; a subscription has both. */
const answerSchema = v.union([
  v.looseObject({ result: v.boolean(), returnCode: code }),
  v.looseObject({ status: v.pipe(code, v.literal('200')) }),
]);

function parseAnswer(text: string): Kuaidi100Answer {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw noUsableAnswer('NOT-JSON');
  }
  const parsed = v.safeParse(answerSchema, content);
  if (!parsed.success) {
    throw noUsableAnswer('UNEXPECTED-ANSWER');
  }
  return { returnCode: 'returnCode' in parsed.output ? String(parsed.output.returnCode) : '200', content };
}

/**
 * One request to Kuaidi100. Everything goes in the body: an address would end up in somebody's log.
 * @throws PortError `unavailable` when there is no usable answer
 */
export function createKuaidi100Http(
  settings: Pick<Kuaidi100Settings, 'baseUrl' | 'timeoutMs' | 'signal'>,
): Kuaidi100Http {
  const base = settings.baseUrl.replace(/\/+$/, '');
  const timeoutMs = settings.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  return async (path, form) => {
    const ofJob = settings.signal?.();
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = ofJob ? AbortSignal.any([ofJob, timeout]) : timeout;
    let status: number;
    let text: string;
    try {
      const response = await fetch(`${base}${path}`, {
        method: 'POST',
        redirect: 'error',
        signal,
        body: new URLSearchParams(form),
      });
      status = response.status;
      text = await response.text();
    } catch {
      throw noUsableAnswer(signal.aborted ? 'TIMEOUT' : 'NO-ANSWER');
    }
    if (status !== 200) {
      throw noUsableAnswer(`HTTP ${status}`);
    }
    return parseAnswer(text);
  };
}
