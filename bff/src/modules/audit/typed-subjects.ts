import { endpoints, looksLikeEmail, tidyCode } from '@acceptance/shared';
import type { EndpointCall } from '../../http/endpoint-call';

/** What a person is known by who is not signed in. */
export const SUBJECT_KINDS = ['phone', 'email', 'id-number', 'login', 'invitation'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface Subject {
  readonly kind: SubjectKind;
  /** In the one form in which it is hashed. */
  readonly value: string;
}

/** What members of a body or an answer name, whichever endpoint it is. */
const KIND_OF_MEMBER: Readonly<Record<string, SubjectKind>> = {
  phone: 'phone',
  oldPhone: 'phone',
  newPhone: 'phone',
  ownPhone: 'phone',
  email: 'email',
  idNumber: 'id-number',
  username: 'login',
};

/** Names that mean something else elsewhere. */
const KIND_AT_ENDPOINT: Readonly<Record<string, Readonly<Record<string, SubjectKind>>>> = {
  [endpoints.staff.acceptInvitation.id]: { code: 'invitation' },
};

/** What stands in them is the content of an order, of which the order is the object; or half-typed, and names nobody. */
const CONTENT: ReadonlySet<string> = new Set([endpoints.orders.saveForm.id, endpoints.identity.saveDraft.id]);

const FORMS: Readonly<Record<SubjectKind, (typed: string) => string>> = {
  phone: (typed) => typed.replaceAll(/\D/g, '').slice(-11),
  email: (typed) => typed.trim().toLowerCase(),
  'id-number': tidyCode,
  login: (typed) => typed.trim().toLowerCase(),
  invitation: (typed) => typed.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase(),
};

/** What somebody typed, in the form in which it is hashed. */
export const subjectOf = (kind: SubjectKind, typed: string): Subject => ({ kind, value: FORMS[kind](typed) });

function kindOf(name: string, value: string, endpointId: string): SubjectKind | undefined {
  if (name === 'account') {
    return looksLikeEmail(value) ? 'email' : 'phone';
  }
  return (
    KIND_AT_ENDPOINT[endpointId]?.[name] ?? (Object.hasOwn(KIND_OF_MEMBER, name) ? KIND_OF_MEMBER[name] : undefined)
  );
}

const namedIn = (members: unknown, endpointId: string): Subject[] =>
  Object.entries(typeof members === 'object' && members !== null ? members : {}).flatMap(([name, value]) => {
    const kind = typeof value === 'string' ? kindOf(name, value, endpointId) : undefined;
    return kind && typeof value === 'string' ? [subjectOf(kind, value)] : [];
  });

/**
 * Whom a call is about by what its caller typed: also of a refused one, which has no account to name. Of a call that was
 * refused before its body was read nothing is known.
 */
export function typedSubjects({
  endpoint,
  body,
  result,
}: Pick<EndpointCall, 'endpoint' | 'body' | 'result'>): Subject[] {
  if (CONTENT.has(endpoint.id)) {
    return [];
  }
  // A login name is the one thing an answer may name in clear: an invitation's, whose code says nothing of it.
  const answered = namedIn(result, endpoint.id).filter(({ kind }) => kind === 'login');
  return [...namedIn(body, endpoint.id), ...answered];
}

const purposeOf = (kind: SubjectKind): string => `audit.subject.${kind}`;

/** What is stored of it; whoever has the value finds it, nobody can read it back. */
export const storedSubject = (
  { kind, value }: Subject,
  keyedHash: (value: string, purpose: string) => string,
): string => `${kind}:${keyedHash(value, purposeOf(kind))}`;

/** What may be stored of it, by each of the keys that were in use. */
export const storedSubjects = (
  { kind, value }: Subject,
  keyedHashes: (value: string, purpose: string) => readonly string[],
): string[] => keyedHashes(value, purposeOf(kind)).map((hash) => `${kind}:${hash}`);
