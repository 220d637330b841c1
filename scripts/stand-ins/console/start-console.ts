import type { IncomingMessage, ServerResponse } from 'node:http';
import { type HttpListener, listenOnLoopback, readBody } from '../serving/http-listener';
import { type JsonObject, parseJsonObject } from '../serving/json-object';
import { PayRefused } from '../wechat-pay/payer';
import { type ConsoleSubjects, callConsoleApi } from './console-api';
import { consolePageFile } from './console-page';
import { headersForCaller } from './local-callers';
import { ConsoleRefusal } from './request-input';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

async function readInput(request: IncomingMessage, url: URL): Promise<JsonObject> {
  if (request.method === 'GET') return Object.fromEntries(url.searchParams);
  const body = await readBody(request);
  const input = body === '' ? {} : parseJsonObject(body);
  if (!input) throw new ConsoleRefusal(400, 'BAD_REQUEST', 'the body must be a JSON object');
  return input;
}

function refusalOf(error: unknown): ConsoleRefusal {
  if (error instanceof ConsoleRefusal) return error;
  if (error instanceof PayRefused) {
    return new ConsoleRefusal(error.code.endsWith('_NOT_EXIST') ? 404 : 409, error.code, error.message);
  }
  if (error instanceof RangeError || error instanceof URIError) {
    return new ConsoleRefusal(400, 'BAD_REQUEST', error.message);
  }
  return new ConsoleRefusal(500, 'STAND_IN_FAILED', error instanceof Error ? error.message : String(error));
}

/** Server-sent events: one `changed` after every change; the page then reads the state anew. */
function streamChanges(subjects: ConsoleSubjects, response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 1000\ndata: connected\n\n');
  const end = subjects.environment.watch(() => response.write('data: changed\n\n'));
  response.on('close', end);
}

async function serve(subjects: ConsoleSubjects, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = headersForCaller(request);
  if (!headers) {
    response.writeHead(403, JSON_TYPE).end('{"code":"FORBIDDEN","message":"only pages of this machine"}');
    return;
  }
  if (request.method === 'OPTIONS') {
    response.writeHead(204, headers).end();
    return;
  }
  const url = new URL(request.url ?? '/', 'http://console');
  if (request.method === 'GET' && url.pathname === '/api/events') {
    streamChanges(subjects, response, headers);
    return;
  }
  const file = request.method === 'GET' ? consolePageFile(url.pathname) : undefined;
  if (file) {
    response.writeHead(200, { ...headers, ...file.headers }).end(file.body);
    return;
  }
  try {
    const answer = await callConsoleApi(subjects, request.method ?? 'GET', url.pathname, await readInput(request, url));
    response.writeHead(200, { ...headers, ...JSON_TYPE }).end(JSON.stringify(answer));
  } catch (error) {
    const { status, code, message } = refusalOf(error);
    response.writeHead(status, { ...headers, ...JSON_TYPE }).end(JSON.stringify({ code, message }));
  }
}

/** Starts the page that shows what "arrived" and its JSON API. */
export function startConsole(subjects: ConsoleSubjects, port = 0): Promise<HttpListener> {
  return listenOnLoopback(port, (request, response) => {
    serve(subjects, request, response).catch((error: unknown) => response.destroy(error as Error));
  });
}
