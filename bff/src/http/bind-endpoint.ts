import {
  type AnyEndpoint,
  AppError,
  allErrorsOf,
  type EndpointResponse,
  fieldProblemsOf,
  type HandlerInput,
} from '@acceptance/shared';
import type Router from '@koa/router';
import type { Context } from 'koa';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { authenticate, type ReadAccessToken } from './authenticate';
import { enforceRateLimit, type RateCounter } from './rate-limit';
import { readRequestBody } from './read-request-body';
import type { Actor, BinaryResult, RawRequest, RequestContext, UploadedFile } from './request-context';

/** JSON endpoints answer their view, binary ones bytes with a media type. */
export type HandlerResult<E extends AnyEndpoint> =
  EndpointResponse<E> extends Uint8Array ? BinaryResult : EndpointResponse<E>;

export type HandlerCall<E extends AnyEndpoint> = HandlerInput<E> & {
  /** The uploaded part named `file` of a multipart request. */
  readonly file: UploadedFile | null;
  /** The unparsed request of a provider. */
  readonly raw: RawRequest | null;
};

export type Handler<E extends AnyEndpoint> = (
  call: HandlerCall<E>,
  context: RequestContext,
) => Promise<HandlerResult<E>>;

export interface BindingDependencies {
  readonly readAccessToken: ReadAccessToken;
  readonly rateCounter: RateCounter;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Outside production a response or error that is not declared fails the request, so that a test sees it. */
  readonly strict: boolean;
}

export type BindEndpoint = <E extends AnyEndpoint>(endpoint: E, handler: Handler<E>) => void;

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

function writeResult(endpoint: AnyEndpoint, result: unknown, ctx: Context, dependencies: BindingDependencies): void {
  const { response } = endpoint;
  if (response.kind === 'empty') {
    ctx.status = 204;
    return;
  }
  if (response.kind === 'binary') {
    const { bytes, mediaType } = result as BinaryResult;
    ctx.set('Cache-Control', 'private, no-store');
    ctx.set('X-Content-Type-Options', 'nosniff');
    ctx.type = mediaType;
    ctx.body = bytes;
    return;
  }
  const parsed = v.safeParse(response as v.GenericSchema, result);
  if (!parsed.success) {
    const paths = parsed.issues.map((issue) => v.getDotPath(issue));
    dependencies.logger.error({ endpoint: endpoint.id, paths }, 'response off its schema');
    if (dependencies.strict) {
      throw new Error(`${endpoint.id} answered off its schema at ${paths.join(', ')}`);
    }
  }
  ctx.set('Cache-Control', 'no-store');
  ctx.body = parsed.success ? parsed.output : result;
}

const callerKey = (by: 'address' | 'actor', actor: Actor | null, address: string): string =>
  by === 'actor' && actor ? `${actor.kind}:${actor.id}` : address;

/**
 * Makes the function that attaches a handler to a declared endpoint:
 * access → rate limit → parse input → handler → check response.
 */
export function createBinder(router: Router, dependencies: BindingDependencies): BindEndpoint {
  return (endpoint, handler) => {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    router[method](endpoint.id, endpoint.path, async (ctx: Context) => {
      const now = dependencies.now();
      ctx.state.endpointId = endpoint.id;
      try {
        const actor = await authenticate(endpoint, ctx.get('authorization'), dependencies.readAccessToken, now);
        ctx.state.actorKind = actor?.kind;
        if (endpoint.rateLimit) {
          const caller = callerKey(endpoint.rateLimit.by, actor, ctx.ip);
          await enforceRateLimit(dependencies.rateCounter, endpoint.id, endpoint.rateLimit, caller, now);
        }
        const received = await readRequestBody(endpoint, ctx);
        const call = {
          params: parse(endpoint.params, ctx.params),
          query: parse(endpoint.query, { ...ctx.query }),
          body: parse(endpoint.body, received.body),
          file: received.file,
          raw: received.raw,
        };
        const context: RequestContext = {
          requestId: ctx.state.requestId as string,
          actor,
          address: ctx.ip,
          userAgent: ctx.get('user-agent').slice(0, 200),
          now,
        };
        writeResult(endpoint, await handler(call as HandlerCall<typeof endpoint>, context), ctx, dependencies);
      } catch (error) {
        throw checkDeclared(error, endpoint, dependencies);
      }
    });
  };
}
