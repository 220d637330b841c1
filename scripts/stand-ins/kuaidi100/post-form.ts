import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Scheduler } from '../serving/scheduler';

/** Whoever has not answered by then has not accepted. */
export const ANSWER_LIMIT_MS = 10_000;

export interface Posting {
  /** The answer, or `timeout` or why the connection failed. Never rejects. */
  answer: Promise<{ status: number; body: string } | string>;
  abort(): void;
}

/** Posts a form as Kuaidi100 does: no redirects, no sign-in. */
export function postForm(o: { url: string; form: Record<string, string>; scheduler: Scheduler }): Posting {
  const body = new URLSearchParams(o.form).toString();
  const request = (o.url.startsWith('https:') ? httpsRequest : httpRequest)(o.url, {
    method: 'POST',
    agent: false,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'Content-Length': Buffer.byteLength(body),
    },
  });
  const answer = new Promise<{ status: number; body: string } | string>((resolve) => {
    const cancelLimit = o.scheduler.after(ANSWER_LIMIT_MS, () => request.destroy(new Error('timeout')));
    const end = (result: { status: number; body: string } | string): void => {
      cancelLimit();
      resolve(result);
    };
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => end({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
      response.on('error', (error) => end(error.message));
    });
    request.on('error', (error) => end(error.message));
  });
  request.end(body);
  return { answer, abort: () => request.destroy(new Error('the stand-in stopped')) };
}
