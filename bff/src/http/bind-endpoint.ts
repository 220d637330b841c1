import { createHash } from 'node:crypto';
import {
  type AnyEndpoint,
  AppError,
  allErrorsOf,
  type EndpointResponse,
  fieldProblemsOf,
  type HandlerInput,
  type SessionTokens,
} from '@acceptance/shared';
import type { Context } from 'koa';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { openActNotes } from './act-notes';
import { authenticate, type ReadAccessToken } from './authenticate';
import type { EndpointCall, RecordCall } from './endpoint-call';
import { toAppError } from './error-handler';
import { rateLimitKeyOf } from './ip-address';
import { enforceRateLimit, enforceSharedRateLimit, type RateCounter } from './rate-limit';
import type { ReadAlongside, ReadForCaller } from './read-alongside';
import { readRequestBody } from './read-request-body';
import {
  type OpenedSession,
  type PresentedRefresh,
  presentedRefreshOf,
  type RefreshCookie,
  refreshCookieOf,
} from './refresh-cookie';
import type { Actor, BinaryResult, RawRequest, RequestContext, StreamedResult, UploadedFile } from './request-context';
import type { Routers } from './routers';

/** JSON endpoints answer their view, binary ones bytes with a media type; those that open sessions all that belongs to one. */
export type HandlerResult<E extends AnyEndpoint> =
  EndpointResponse<E> extends Uint8Array
    ? BinaryResult | StreamedResult
    : EndpointResponse<E> extends SessionTokens
      ? EndpointResponse<E> & OpenedSession
      : EndpointResponse<E>;

export type HandlerCall<E extends AnyEndpoint> = HandlerInput<E> & {
  /** The uploaded part named `file` of a multipart request. */
  readonly file: UploadedFile | null;
  /** The unparsed request of a provider. */
  readonly raw: RawRequest | null;
  readonly refresh: PresentedRefresh;
};

/** `found` is what its `ReadAlongside` finds; without one, nothing. */
export type Handler<E extends AnyEndpoint, Found = never> = (
  call: HandlerCall<E>,
  context: RequestContext,
  found: readonly Found[],
) => Promise<HandlerResult<E>>;

export interface BindingDependencies {
  readonly readAccessToken: ReadAccessToken;
  readonly rateCounter: RateCounter;
  readonly recordCall: RecordCall;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Outside production a response or error that is not declared fails the request, so that a test sees it. */
  readonly strict: boolean;
  /** Whether browsers reach us over HTTPS, so that cookies may say so. */
  readonly secureCookies: boolean;
}

/** @throws Error where something is to be read alongside the check of callers who are no applicants. */
export type BindEndpoint = <E extends AnyEndpoint, Found = never>(
  endpoint: E,
  handler: Handler<E, Found>,
  alongside?: ReadAlongside<E>,
) => void;

function parse<S extends v.GenericSchema>(schema: S | undefined, value: unknown): v.InferOutput<S> | undefined {
  if (!schema) {
    return undefined;
  }
  const parsed = v.safeParse(schema, value);
  if (!parsed.success) {
    throw new AppError('request.invalid', { fields: fieldProblemsOf(parsed.issues) });
  }
  return parsed.output;
}

function checkDeclared(error: unknown, endpoint: AnyEndpoint, dependencies: BindingDependencies): unknown {
  if (!(error instanceof AppError) || allErrorsOf(endpoint).includes(error.code)) {
    return error;
  }
  dependencies.logger.error({ endpoint: endpoint.id, code: error.code }, 'undeclared error code');
  return dependencies.strict ? new Error(`${endpoint.id} answered the undeclared code ${error.code}`) : error;
}

/** What is sent for a handler's result: without members that the response does not declare. */
function checkResult(endpoint: AnyEndpoint, result: unknown, { logger, strict }: BindingDependencies): unknown {
  const { response } = endpoint;
  if (response.kind === 'empty' || response.kind === 'binary') {
    return result;
  }
  const parsed = v.safeParse(response as v.GenericSchema, result);
  if (parsed.success) {
    return parsed.output;
  }
  const paths = parsed.issues.map((issue) => v.getDotPath(issue));
  logger.error({ endpoint: endpoint.id, paths }, 'response off its schema');
  if (strict) {
    throw new Error(`${endpoint.id} answered off its schema at ${paths.join(', ')}`);
  }
  return result;
}

/** With 304 for who has the same already (RFC 9110, 13.1.2). */
function writeBytes(result: BinaryResult | StreamedResult, ctx: Context): void {
  const { bytes, mediaType } = result;
  const caching = 'caching' in result ? result.caching : undefined;
  ctx.set('Cache-Control', caching ? `public, max-age=${caching.maxAgeSeconds}, must-revalidate` : 'private, no-store');
  ctx.type = mediaType;
  ctx.body = bytes;
  if (caching) {
    ctx.etag = caching.etag;
    if (caching.lastModified) {
      ctx.lastModified = caching.lastModified;
    }
    if (ctx.fresh) {
      ctx.status = 304;
    }
  }
}

const etagOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 27);

/** What is the same for all, in a form that can be compared. */
function writeKept(result: unknown, keptSeconds: number, ctx: Context): void {
  const text = JSON.stringify(result);
  const caching = { maxAgeSeconds: keptSeconds, etag: etagOf(text) };
  writeBytes({ bytes: Buffer.from(text), mediaType: 'application/json', caching }, ctx);
}

function writeResult({ response, keptSeconds }: AnyEndpoint, result: unknown, ctx: Context): void {
  if (response.kind === 'empty') {
    ctx.status = 204;
    return;
  }
  if (response.kind === 'binary') {
    writeBytes(result as BinaryResult | StreamedResult, ctx);
    return;
  }
  if (keptSeconds !== undefined) {
    writeKept(result, keptSeconds, ctx);
    return;
  }
  ctx.set('Cache-Control', 'no-store');
  ctx.body = result;
}

const callerKey = (by: 'address' | 'actor', actor: Actor | null, address: string): string =>
  by === 'actor' && actor ? `${actor.kind}:${actor.id}` : rateLimitKeyOf(address);

/** What becomes known of a call while it is served. */
type CallFacts = { -readonly [K in keyof EndpointCall]: EndpointCall[K] };

interface Binding<E extends AnyEndpoint, Found> {
  readonly endpoint: E;
  readonly handler: Handler<E, Found>;
  readonly alongside: ReadAlongside<E> | undefined;
}

/** What to read with the check of the caller; nothing for input that is refused when its turn comes. */
function readForCaller<E extends AnyEndpoint, Found>(
  { endpoint, alongside }: Binding<E, Found>,
  ctx: Context,
): ReadForCaller | undefined {
  const params = alongside && v.safeParse(endpoint.params ?? v.undefined(), endpoint.params && ctx.params);
  const query = alongside && v.safeParse(endpoint.query ?? v.undefined(), endpoint.query && { ...ctx.query });
  if (!params?.success || !query?.success) {
    return undefined;
  }
  const call = { params: params.output, query: query.output } as Pick<HandlerInput<E>, 'params' | 'query'>;
  return (callerId) => alongside?.(call, callerId) ?? null;
}

/** access → rate limit → parse input → handler → check response. What it learns on the way it writes into `facts`. */
async function serve<E extends AnyEndpoint, Found>(
  binding: Binding<E, Found>,
  ctx: Context,
  cookie: RefreshCookie | null,
  facts: CallFacts,
  dependencies: BindingDependencies,
): Promise<unknown> {
  const { readAccessToken, rateCounter } = dependencies;
  const { endpoint, handler } = binding;
  const { now, address, requestId } = facts;
  let found: readonly unknown[] = [];
  const actorOf = async (token: string) => {
    const checked = await readAccessToken(token, now, readForCaller(binding, ctx));
    found = checked.found;
    // Noted before the access is judged: a refusal for a missing right is somebody's act too.
    facts.actor = checked.actor;
    return checked.actor;
  };
  const actor = await authenticate(endpoint, ctx.get('authorization'), actorOf);
  ctx.state.actorKind = actor?.kind;
  if (endpoint.rateLimit) {
    const countAndNote: RateCounter = {
      async count(...call) {
        facts.callsInWindow = await rateCounter.count(...call);
        return facts.callsInWindow;
      },
    };
    const caller = callerKey(endpoint.rateLimit.by, actor, address);
    await enforceRateLimit(countAndNote, endpoint.id, endpoint.rateLimit, caller, now);
  }
  if (endpoint.sharedRateLimit) {
    const caller = callerKey(endpoint.sharedRateLimit.by, actor, address);
    await enforceSharedRateLimit(rateCounter, endpoint.sharedRateLimit, caller, now);
  }
  const received = await readRequestBody(endpoint, ctx);
  const params = parse(endpoint.params, ctx.params);
  facts.params = params;
  const query = parse(endpoint.query, { ...ctx.query });
  const body = parse(endpoint.body, received.body);
  facts.body = body;
  const refresh = presentedRefreshOf(endpoint, body, cookie);
  if (refresh.refreshToken) {
    // Of whose session it is, the audit log notes; that it came in a cookie makes no difference.
    facts.body = { ...(body as object | undefined), refreshToken: refresh.refreshToken };
  }
  const call = { params, query, body, file: received.file, raw: received.raw, refresh };
  const userAgent = ctx.get('user-agent').slice(0, 200);
  const context: RequestContext = { requestId, actor, address, userAgent, origin: ctx.get('origin') || null, now };
  const result: unknown = await handler(call as HandlerCall<E>, context, found as readonly Found[]);
  const answer = cookie && endpoint.refreshCookie?.act !== 'drop' ? cookie.take(result as OpenedSession) : result;
  return checkResult(endpoint, answer, dependencies);
}

/**
 * Makes the function that attaches a handler to a declared endpoint:
 * access → rate limit → parse input → handler → check response → record the call → send.
 */
export function createBinder(routerOf: Routers['of'], dependencies: BindingDependencies): BindEndpoint {
  return (endpoint, handler, alongside) => {
    if (alongside && endpoint.access !== 'applicant' && endpoint.access !== 'verified-applicant') {
      throw new Error(`${endpoint.id}: only what applicants call is read with the check of its caller`);
    }
    const binding = { endpoint, handler, alongside };
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    routerOf(endpoint.path)[method](endpoint.id, endpoint.path, async (ctx: Context) => {
      ctx.state.endpointId = endpoint.id;
      ctx.state.isProvider = endpoint.access === 'provider';
      const { notes, during } = openActNotes();
      const facts: CallFacts = {
        endpoint,
        actor: null,
        address: ctx.ip,
        requestId: ctx.state.requestId as string,
        now: dependencies.now(),
        params: undefined,
        body: undefined,
        result: undefined,
        notes,
        outcome: 'done',
        callsInWindow: null,
      };
      const cookie = refreshCookieOf(endpoint, ctx, dependencies.secureCookies);
      try {
        facts.result = await during(() => serve(binding, ctx, cookie, facts, dependencies));
      } catch (thrown) {
        const error = checkDeclared(thrown, endpoint, dependencies);
        await dependencies.recordCall({ ...facts, outcome: toAppError(error).code });
        cookie?.afterRefusal(error);
        throw error;
      }
      await dependencies.recordCall(facts);
      cookie?.afterSuccess();
      writeResult(endpoint, facts.result, ctx);
    });
  };
}
