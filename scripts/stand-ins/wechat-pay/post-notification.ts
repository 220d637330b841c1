import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Scheduler } from '../serving/scheduler';

/** A merchant that has not answered by then has not accepted. */
export const ANSWER_LIMIT_MS = 5000;

export interface Posting {
  /** `HTTP <status>`, `timeout`, or why the connection failed. Never rejects. */
  outcome: Promise<string>;
  abort(): void;
}

/** Posts a notification as WeChat Pay does: no redirects, no sign-in, five seconds. */
export function postNotification(o: {
  url: string;
  headers: Record<string, string>;
  body: string;
  scheduler: Scheduler;
}): Posting {
  const request = (o.url.startsWith('https:') ? httpsRequest : httpRequest)(o.url, {
    method: 'POST',
    agent: false,
    headers: {
      ...o.headers,
      'Content-Type': 'application/json',
      Accept: '*/*',
      'User-Agent': 'Mozilla/4.0',
      'Content-Length': Buffer.byteLength(o.body),
    },
  });
  const outcome = new Promise<string>((resolve) => {
    const cancelLimit = o.scheduler.after(ANSWER_LIMIT_MS, () => request.destroy(new Error('timeout')));
    const end = (result: string): void => {
      cancelLimit();
      resolve(result);
    };
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => end(`HTTP ${response.statusCode}`));
      response.on('error', (error) => end(error.message));
    });
    request.on('error', (error) => end(error.message));
  });
  request.end(o.body);
  return { outcome, abort: () => request.destroy(new Error('the stand-in stopped')) };
}
