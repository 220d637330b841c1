import type * as v from 'valibot';
import type { ErrorCode } from '../errors/error-catalogue';
import type { StaffRole } from '../schemas/staff-role';
import type { RefreshCookieUse } from './refresh-cookie';

/** Open to staff with one of the roles; before they have enrolled a second factor only where it says so. */
export interface StaffAccess {
  readonly staff: readonly StaffRole[];
  readonly beforeSecondFactor?: true;
}

/**
 * Who may call an endpoint. `applicant`: signed in by phone. `verified-applicant`: has proved an identity too.
 * `provider`: a remote that proves itself by signature. `{ staff }`: an account with one of the roles.
 */
export type EndpointAccess = 'public' | 'applicant' | 'verified-applicant' | 'provider' | StaffAccess;

/** At most `limit` calls in `windowSeconds`, counted per client address or per signed-in actor. */
export interface RateLimit {
  readonly limit: number;
  readonly windowSeconds: number;
  readonly by: 'address' | 'actor';
}

/** Calls of all endpoints with the same `name` count together; beyond the limit they answer `refusal`. */
export interface SharedRateLimit extends RateLimit {
  readonly name: string;
  readonly refusal: ErrorCode;
}

export type RequestKind = 'json' | 'multipart' | 'raw';
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** A response that is bytes, not JSON. */
export interface BinaryResponse {
  readonly kind: 'binary';
  readonly mediaTypes: readonly string[];
}
export const binary = (...mediaTypes: string[]): BinaryResponse => ({ kind: 'binary', mediaTypes });

/** 204 without a body. */
export interface EmptyResponse {
  readonly kind: 'empty';
}
export const empty: EmptyResponse = { kind: 'empty' };

export type ResponseDeclaration = v.GenericSchema | BinaryResponse | EmptyResponse;
type Schema = v.GenericSchema | undefined;

export interface EndpointDeclaration<
  P extends Schema = Schema,
  Q extends Schema = Schema,
  B extends Schema = Schema,
  R extends ResponseDeclaration = ResponseDeclaration,
> {
  /** `area.verbNoun`, unique; also the OpenAPI operationId. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Below the API's base path, with `:name` parameters. */
  readonly path: string;
  readonly access: EndpointAccess;
  /** One Chinese sentence for the API document. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** How the body travels; `multipart` has one part named `file` beside the fields of `body`. Default json. */
  readonly request?: RequestKind;
  /** Octets that the part `file` of a multipart request may have; 4 MiB when absent, which no photo needs. */
  readonly uploadLimit?: number;
  /** Of a raw body, for the API document. Default application/json. */
  readonly rawMediaType?: string;
  readonly response: R;
  /** Codes this endpoint may answer besides those that every endpoint may (see `allErrorsOf`). */
  readonly errors: readonly ErrorCode[];
  /** A repeated call with the same input changes nothing more and answers alike. */
  readonly idempotent: boolean;
  readonly rateLimit?: RateLimit;
  /** A limit that several endpoints share. */
  readonly sharedRateLimit?: SharedRateLimit;
  /** For callers that keep the refresh token of a session in a cookie; see refresh-cookie.ts. */
  readonly refreshCookie?: RefreshCookieUse;
  /**
   * Whether calls are recorded in the audit log; see `isAudited` for what holds without it. `each-minute`: accepted calls of
   * one caller about one thing are one record a minute with their number; for what a program repeats by itself.
   */
  readonly audited?: boolean | 'each-minute';
  /** How long anybody may keep the answer; for what is the same for all and seldom changes. Asked again it is compared by its ETag. */
  readonly keptSeconds?: number;
}

export type AnyEndpoint = EndpointDeclaration<Schema, Schema, Schema, ResponseDeclaration>;

// A part that is not declared has type `undefined`; a declared one is optional in the interface, hence NonNullable.
type Declared<S> = NonNullable<S> extends infer D ? ([D] extends [v.GenericSchema] ? D : never) : never;
type Output<S> = [Declared<S>] extends [never] ? undefined : v.InferOutput<Declared<S>>;
type Has<S, Yes> = [Declared<S>] extends [never] ? unknown : Yes;

/** What a handler receives after parsing. */
export interface HandlerInput<E extends AnyEndpoint> {
  readonly params: Output<E['params']>;
  readonly query: Output<E['query']>;
  readonly body: Output<E['body']>;
}

/** What a client sends; parts without a declaration are absent. */
export type ClientInput<E extends AnyEndpoint> = Has<
  E['params'],
  { readonly params: v.InferInput<Declared<E['params']>> }
> &
  Has<E['query'], { readonly query?: v.InferInput<Declared<E['query']>> }> &
  Has<E['body'], { readonly body: v.InferInput<Declared<E['body']>> }>;

/** What the client gets: the parsed JSON, bytes, or nothing. */
export type EndpointResponse<E extends AnyEndpoint> = E['response'] extends v.GenericSchema
  ? v.InferOutput<E['response']>
  : E['response'] extends BinaryResponse
    ? Uint8Array
    : undefined;

/** Declares an endpoint. The server binding, both clients, the API document and the access tests derive from it. */
export function defineEndpoint<
  const P extends Schema = undefined,
  const Q extends Schema = undefined,
  const B extends Schema = undefined,
  const R extends ResponseDeclaration = ResponseDeclaration,
>(declaration: EndpointDeclaration<P, Q, B, R>): EndpointDeclaration<P, Q, B, R> {
  return declaration;
}

/**
 * Whether calls are recorded in the audit log. Unless the endpoint says otherwise: all that may change something, and
 * readings of bytes by signed-in people, for those are photos and contracts.
 */
export function isAudited({ audited, method, response, access }: AnyEndpoint): boolean {
  const revealsFile = 'kind' in response && response.kind === 'binary' && access !== 'public';
  return audited === undefined ? method !== 'GET' || revealsFile : audited !== false;
}

const EVERYWHERE = [
  'request.invalid',
  'request.unreadable',
  'request.too_large',
  'request.too_frequent',
  'server.unexpected',
  'server.unavailable',
  'server.busy',
] as const;
const WITH_BODY = ['request.body_missing', 'request.wrong_media_type'] as const;
const SIGNED_IN = ['auth.required', 'auth.session_expired', 'auth.forbidden'] as const;

/** All codes an endpoint may answer: its own and those that follow from how it is declared. */
export function allErrorsOf(endpoint: AnyEndpoint): ErrorCode[] {
  const signedIn = endpoint.access === 'public' || endpoint.access === 'provider' ? [] : SIGNED_IN;
  const verified = endpoint.access === 'verified-applicant' ? (['identity.required'] as const) : [];
  const needsFactor = typeof endpoint.access === 'object' && !endpoint.access.beforeSecondFactor;
  const factor = needsFactor ? (['auth.second_factor_not_enrolled'] as const) : [];
  const body = endpoint.body && endpoint.request !== 'multipart' ? WITH_BODY : [];
  return [...new Set<ErrorCode>([...EVERYWHERE, ...body, ...signedIn, ...verified, ...factor, ...endpoint.errors])];
}
