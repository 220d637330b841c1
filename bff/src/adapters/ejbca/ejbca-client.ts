import { Agent, request as httpsRequest } from 'node:https';
import * as v from 'valibot';
import type { PortError } from '../../ports/port-error';
import { answerFailure, connectionFailure, unexpectedAnswer } from './ejbca-failure';
import type { EjbcaSettings } from './ejbca-settings';

const DEFAULT_TIMEOUT_MS = 15_000;
/** A revocation list of a million entries, in base64. */
const LARGEST_ANSWER = 64 * 1024 * 1024;

export interface EjbcaCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Behind the base address, its parts percent-encoded: `/v1/ca`. */
  readonly path: string;
  readonly body?: object;
}

export interface EjbcaAnswer {
  readonly status: number;
  readonly text: string;
  /** `error_message` of EJBCA's error body; null for anything else. It may hold names: never for logs. */
  readonly sentence: string | null;
}

export interface EjbcaClient {
  /** Whatever EJBCA answers. @throws PortError when no answer came */
  ask(call: EjbcaCall): Promise<EjbcaAnswer>;
  /** A 2xx answer (but 202) as the schema reads it. @throws PortError */
  request<TSchema extends v.GenericSchema>(call: EjbcaCall, schema: TSchema): Promise<v.InferOutput<TSchema>>;
}

const errorBodySchema = v.object({ error_code: v.number(), error_message: v.nullish(v.string(), '') });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answerOf(status: number, text: string): EjbcaAnswer {
  const error = v.safeParse(errorBodySchema, status >= 400 ? jsonOf(text) : undefined);
  return { status, text, sentence: error.success ? error.output.error_message : null };
}

export const failureOfAnswer = ({ status, sentence }: EjbcaAnswer): PortError => answerFailure(status, sentence);

export function parseAnswer<TSchema extends v.GenericSchema>(answer: EjbcaAnswer, schema: TSchema) {
  if (answer.status < 200 || answer.status > 299 || answer.status === 202) throw failureOfAnswer(answer);
  const parsed = v.safeParse(schema, jsonOf(answer.text));
  if (!parsed.success) throw unexpectedAnswer();
  return parsed.output;
}

/**
 * EJBCA's REST API over mutual TLS. Each call has a connection of its own (the TLS session is resumed), so that a
 * connection which the other side has closed meanwhile is no failure of an enrolment. Redirects are not followed.
 */
export function createEjbcaClient(settings: EjbcaSettings): EjbcaClient {
  const base = settings.url.replace(/\/$/, '');
  const agent = new Agent({
    cert: settings.clientCertificatePem,
    key: settings.clientKeyPem,
    ca: settings.serverCaPem,
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
  });

  function send({ method, path, body }: EjbcaCall, signal: AbortSignal): Promise<EjbcaAnswer> {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body), 'utf8');
    const headers = {
      accept: '*/*',
      ...(payload && { 'content-type': 'application/json', 'content-length': payload.length }),
    };
    return new Promise((resolve, reject) => {
      const request = httpsRequest(`${base}${path}`, { method, headers, agent, signal }, (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST_ANSWER) request.destroy(Object.assign(new Error(), { code: 'ANSWER-TOO-LARGE' }));
          chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () => resolve(answerOf(response.statusCode ?? 0, Buffer.concat(chunks).toString('utf8'))));
      });
      request.on('error', reject);
      request.end(payload);
    });
  }

  const ask = async (call: EjbcaCall): Promise<EjbcaAnswer> => {
    const timeout = AbortSignal.timeout(settings.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    const job = settings.signal?.();
    try {
      return await send(call, job ? AbortSignal.any([timeout, job]) : timeout);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      throw connectionFailure(timeout.aborted ? 'TIMEOUT' : job?.aborted ? 'ABORTED' : (code ?? 'NO-ANSWER'));
    }
  };
  return { ask, request: async (call, schema) => parseAnswer(await ask(call), schema) };
}
