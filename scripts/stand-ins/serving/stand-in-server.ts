import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { ServerOptions } from 'node:https';
import { TLSSocket } from 'node:tls';
import type { StandInEnvironment } from './environment';
import { ANSWER_FAULTS, type AnswerFault, FAULTS_OF, type Fault, type StandInName } from './fault-board';
import { type HttpListener, listenOnLoopback, readBytes } from './http-listener';
import { redactBody, redactQuery } from './redact';

export interface StandInRequest {
  method: string;
  path: string;
  /** Path and query exactly as they stood on the request line: what signatures cover. */
  target: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The body exactly as sent. */
  body: string;
  /** The same, where it is no text. */
  bytes: Buffer;
  /** What the client has shown, where TLS asks for it. */
  clientCertificate?: { fingerprint256: string };
}

export interface StandInReply {
  status: number;
  headers?: Record<string, string>;
  /** `bytes` stand in for it where the answer is no text. */
  body: string;
  bytes?: Buffer;
  /** For the record: whether the request's signature was right. Absent = it carries none. */
  signatureOk?: boolean;
  /** For the record: the vendor's error code. */
  errorCode?: string;
}

/** How one vendor answers. */
export interface VendorProtocol {
  standIn: StandInName;
  answer(request: StandInRequest): Promise<StandInReply> | StandInReply;
  /** The vendor's own shape of being broken, busy or overrun. */
  fail(fault: 'server-error' | 'busy' | 'rate-limited', request: StandInRequest): StandInReply;
  /** Puts the vendor's signature on an answer, where it has one. */
  seal?(reply: StandInReply, o: { badSignature: boolean }): StandInReply;
  /** The operation when the path does not tell it. */
  operation?(request: StandInRequest): string | undefined;
}

function clientCertificateOf(incoming: IncomingMessage): StandInRequest['clientCertificate'] {
  if (!(incoming.socket instanceof TLSSocket)) return undefined;
  const { fingerprint256 } = incoming.socket.getPeerCertificate();
  return fingerprint256 ? { fingerprint256 } : undefined;
}

const GARBAGE = '{"garbled": tru';

function strikingFault(
  { faults }: StandInEnvironment,
  { standIn }: VendorProtocol,
  subject: string,
): AnswerFault | undefined {
  return ANSWER_FAULTS.find((fault) => FAULTS_OF[standIn].includes(fault) && faults.strikes(standIn, fault, subject));
}

async function replyTo(
  request: StandInRequest,
  fault: AnswerFault | undefined,
  vendor: VendorProtocol,
): Promise<StandInReply | undefined> {
  switch (fault) {
    case 'timeout':
      return undefined;
    case 'lost-answer':
      await vendor.answer(request);
      return undefined;
    case 'server-error':
    case 'busy':
    case 'rate-limited':
      return vendor.fail(fault, request);
    case 'garbled': {
      const reply = await vendor.answer(request);
      return { ...reply, status: reply.status === 204 ? 200 : reply.status, body: GARBAGE, bytes: undefined };
    }
    default:
      return vendor.answer(request);
  }
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  vendor: VendorProtocol,
  environment: StandInEnvironment,
): Promise<void> {
  const target = incoming.url ?? '/';
  const { pathname, searchParams } = new URL(target, 'http://stand-in');
  const bytes = await readBytes(incoming);
  const request: StandInRequest = {
    method: incoming.method ?? 'GET',
    path: pathname,
    target,
    query: searchParams,
    headers: incoming.headers,
    body: bytes.toString('utf8'),
    bytes,
    clientCertificate: clientCertificateOf(incoming),
  };
  const receivedAt = environment.now().toISOString();
  const operation = vendor.operation?.(request);
  const subject = operation ? `${pathname} ${operation}` : pathname;
  const answerFault = strikingFault(environment, vendor, subject);
  const unsealed = await replyTo(request, answerFault, vendor);
  const badSignature = Boolean(
    unsealed && vendor.seal && environment.faults.strikes(vendor.standIn, 'bad-signature', subject),
  );
  const reply = unsealed && (vendor.seal?.(unsealed, { badSignature }) ?? unsealed);
  const fault: Fault | undefined = answerFault ?? (badSignature ? 'bad-signature' : undefined);
  environment.requests.add({
    standIn: vendor.standIn,
    receivedAt,
    method: request.method,
    path: pathname,
    query: redactQuery(searchParams),
    operation,
    body: redactBody(request.body),
    status: reply?.status ?? null,
    signatureOk: reply?.signatureOk ?? null,
    errorCode: reply?.errorCode,
    fault,
  });
  // No reply: the client waits until it gives up, or until the stand-in stops.
  if (reply) response.writeHead(reply.status, reply.headers).end(reply.bytes ?? reply.body);
}

/** Serves one vendor's protocol on 127.0.0.1: faults, recording and errors are handled here. */
export function startStandInServer(
  vendor: VendorProtocol,
  environment: StandInEnvironment,
  port = 0,
  tls?: ServerOptions,
): Promise<HttpListener> {
  const handle = (incoming: IncomingMessage, response: ServerResponse): void => {
    serve(incoming, response, vendor, environment).catch((error: unknown) => {
      // A mistake of the stand-in itself: loud, and in no vendor's shape.
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`The stand-in itself failed: ${text}`);
    });
  };
  return listenOnLoopback(port, handle, tls);
}
