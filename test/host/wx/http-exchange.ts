import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer | null;
  onSent?(bytes: number): void;
  onReceived?(bytes: number, total: number): void;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly cookies: string[];
  readonly body: Buffer;
}

export interface RunningExchange {
  readonly answer: Promise<ExchangeAnswer>;
  abort(): void;
}

const CHUNK = 64 * 1024;

/** One HTTP exchange on a connection of its own; the promise rejects with Node's error when there is no answer. */
export function startExchange(exchange: Exchange): RunningExchange {
  const url = new URL(exchange.url);
  const open = url.protocol === 'https:' ? requestHttps : requestHttp;
  const request = open(url, { method: exchange.method, headers: exchange.headers, agent: false });
  const answer = new Promise<ExchangeAnswer>((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let received = 0;
      const total = Number(response.headers['content-length'] ?? 0);
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        received += chunk.length;
        exchange.onReceived?.(received, total);
      });
      response.once('error', reject);
      response.once('end', () => {
        const headers: Record<string, string> = {};
        for (const [name, value] of Object.entries(response.headers)) {
          headers[name] = Array.isArray(value) ? value.join(',') : (value ?? '');
        }
        const cookies = response.headers['set-cookie'] ?? [];
        resolve({ status: response.statusCode ?? 0, headers, cookies, body: Buffer.concat(chunks) });
      });
    });
  });
  const { body } = exchange;
  for (let at = 0; body && at < body.length; at += CHUNK) {
    const end = Math.min(body.length, at + CHUNK);
    request.write(body.subarray(at, end), () => exchange.onSent?.(end));
  }
  request.end();
  return { answer, abort: () => request.destroy() };
}
