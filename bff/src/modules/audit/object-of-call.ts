import { endpoints } from '@acceptance/shared';
import type { EndpointCall } from '../../http/endpoint-call';

export interface ObjectOfCall {
  readonly object: string | null;
  readonly partOf: string | null;
}

/** Only ids that we made ourselves are written down: a path may carry anything, an ID number too. */
const OWN_ID = /^([0-9a-f]{24}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What the `id` of an answer names, where a call without parameters makes something. */
const MADE_BY: Readonly<Record<string, string>> = {
  [endpoints.orders.createOrder.id]: 'order',
  [endpoints.files.uploadFile.id]: 'file',
  [endpoints.personalData.requestExport.id]: 'export',
  [endpoints.contractTemplates.saveDraft.id]: 'contractTemplate',
  [endpoints.projectVersions.importFile.id]: 'projectVersion',
};

/** Answers that say which order a code belongs to, by the member that does. */
const ORDER_OF_CODE: ReadonlySet<string> = new Set([endpoints.deliveryDesk.findVoucher.id]);

const membersOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null && !(value instanceof Uint8Array) ? Object.entries(value) : [];

const reference = (kind: string, id: unknown): string[] =>
  typeof id === 'string' && OWN_ID.test(id) ? [`${kind}:${id}`] : [];

/** `orderId: 65…` → `order:65…` */
const namedIn = (input: unknown): string[] =>
  membersOf(input).flatMap(([name, id]) => (name.endsWith('Id') ? reference(name.slice(0, -2), id) : []));

/** The session that a refresh token names before its secret part: a refused one has no other object. */
function sessionOfToken(body: unknown): string[] {
  const { refreshToken } = Object.fromEntries(membersOf(body));
  return typeof refreshToken === 'string' ? reference('session', refreshToken.split('.')[0]) : [];
}

/** What the answer says was made or asked for, or who signed in by the call. */
function namedInResult({ endpoint, result }: EndpointCall): string[] {
  const members = Object.fromEntries(membersOf(result));
  const made = MADE_BY[endpoint.id];
  return [
    ...(made ? reference(made, members.id) : []),
    ...(ORDER_OF_CODE.has(endpoint.id) ? reference('order', members.orderId) : []),
    ...['account', 'staff', 'staffChange'].flatMap((kind) =>
      reference(kind, Object.fromEntries(membersOf(members[kind])).id),
    ),
  ];
}

/**
 * What a call was about: the last id of its path (`/orders/:orderId/files/:fileId` is about the file, part of the order);
 * without one what its answer names; otherwise what its body names; otherwise the account that called.
 */
export function objectOfCall(call: EndpointCall): ObjectOfCall {
  const inPath = namedIn(call.params);
  if (inPath.length > 0) {
    return { object: inPath.at(-1) ?? null, partOf: inPath.at(-2) ?? null };
  }
  const inResult = namedInResult(call);
  const [inBody] = [...namedIn(call.body), ...sessionOfToken(call.body)];
  if (inResult[0]) {
    return { object: inResult[0], partOf: inBody ?? null };
  }
  const { actor } = call;
  const caller = actor ? `${actor.kind === 'staff' ? 'staff' : 'account'}:${actor.id}` : null;
  return { object: inBody ?? caller, partOf: null };
}
