import { type AnyEndpoint, allEndpoints, buildPath, endpoints } from '@acceptance/shared';
import type { StoryContext } from '../../scripts/story/story-context';
import { bearer, type RawAnswer, rawRequest } from '../support/raw-request';
import { sampleOf } from '../support/sample-input';
import { staffPerson } from '../support/staff-people';
import { orderState } from '../support/stored-state';
import { paramsOf, takeSteps, walkTo } from '../support/story-people';
import { useSystem } from '../support/test-system';

const system = useSystem();
const JSON_TYPE = { 'content-type': 'application/json' };

let context: StoryContext;
let tokens: { applicant: string; staff: string };
beforeAll(async () => {
  context = await takeSteps(await walkTo(system(), 'form'), 'attachments');
  const { client } = await staffPerson(system(), ['reviewer', 'finance', 'issuer', 'administrator']);
  tokens = { applicant: context.applicant.accessToken ?? '', staff: client.accessToken ?? '' };
});

const callerOf = ({ access }: AnyEndpoint): Record<string, string> =>
  access === 'public' || access === 'provider'
    ? {}
    : bearer(typeof access === 'object' ? tokens.staff : tokens.applicant);

async function send(endpoint: AnyEndpoint, init: RequestInit): Promise<RawAnswer> {
  const params = {
    ...(endpoint.params && (sampleOf(endpoint.params) as Record<string, string>)),
    ...paramsOf(context),
  };
  const headers = { ...callerOf(endpoint), ...(init.headers as Record<string, string>) };
  return rawRequest(system(), endpoint.method, buildPath(endpoint, { params }), { ...init, headers });
}
const titled = (found: readonly AnyEndpoint[]) => found.map((endpoint) => [endpoint.id, endpoint] as const);
const WITH_BODY = allEndpoints.filter(({ body, request }) => body && request !== 'raw');

describe('a body that is not there or cannot be read', () => {
  const absent: readonly (readonly [what: string, statuses: readonly number[], make: () => RequestInit])[] = [
    ['nothing', [422], () => ({})],
    ['nothing, called JSON', [422], () => ({ headers: JSON_TYPE })],
    [
      'blanks, in chunks',
      [400, 422],
      () => ({ headers: JSON_TYPE, body: new Blob(['  \n ']).stream(), duplex: 'half' }) as RequestInit,
    ],
    ['text', [415], () => ({ headers: { 'content-type': 'text/plain' }, body: '{}' })],
    ['a form', [415], () => ({ headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'email=' })],
    ['bytes of no type', [415], () => ({ body: Buffer.from('{}') })],
    ['null', [400, 422], () => ({ headers: JSON_TYPE, body: 'null' })],
    ['a list', [400, 422], () => ({ headers: JSON_TYPE, body: '[]' })],
    ['a list of objects', [400, 422], () => ({ headers: JSON_TYPE, body: '[{}]' })],
    ['half an object', [400], () => ({ headers: JSON_TYPE, body: '{"email":' })],
  ];

  it.each(titled(WITH_BODY))('is refused by %s, and nothing is changed', async (_id, endpoint) => {
    const state = orderState(system(), context);
    const before = await state();
    for (const [what, statuses, make] of absent) {
      await system().forgetRateLimits();
      const { status, code } = await send(endpoint, make());
      const hasFile = endpoint.request === 'multipart';
      const isRefused = (hasFile ? [400, 415, 422] : statuses).includes(status);
      expect({ what, status, code, isRefused }).toMatchObject({
        isRefused: true,
        // Where a file is all that there is to send, it is the file that is missed.
        code: expect.stringMatching(hasFile ? /^(request|files)\.|\.statement_missing$/ : /^(request|files)\./),
      });
    }
    expect(await state()).toEqual(before);
  });
});

describe('a value that is read before it is checked', () => {
  const encoded = (text: string): string => Buffer.from(text).toString('base64url');
  const ID = '0123456789abcdef01234567';
  const CURSORS = [
    'abc',
    '-1',
    'null',
    '{"$gt":""}',
    '\u0000',
    '❄',
    'g'.repeat(24),
    'x'.repeat(5000),
    encoded(`NaN|${ID}`),
    encoded(`1e3|${ID}`),
    encoded(`99999999999999999|${ID}`),
    encoded('1795000000000|'),
    encoded('{"_id":{"$gt":null}}'),
  ];
  const PAGED = allEndpoints.filter(
    ({ query }) => query && 'cursor' in (query as unknown as { entries: object }).entries,
  );

  it('is the cursor of every list', () => {
    expect(PAGED.map(({ id }) => id).toSorted()).toEqual([
      'certificateDesk.listCertificates',
      'deliveryDesk.listDeliveries',
      'invoiceDesk.listInvoices',
      'orders.listOrders',
      'personalData.listLooks',
      'reconciliation.listDays',
      'refundDesk.listRefunds',
      'staff.listQueue',
      'tasks.listTasks',
      'transferDesk.listEntries',
      'transferDesk.listTransfers',
      'ukeyUnlockDesk.listUnlocks',
    ]);
  });

  it.each(titled(PAGED))('is refused by %s', async (_id, endpoint) => {
    const queries = [
      ...CURSORS.map((cursor) => ({ cursor })),
      ...['0', '-1', '1.5', 'NaN', '1e9', '51', '٣', ''].map((limit) => ({ limit })),
      ...['kind', 'state', 'stage', 'status'].map((name) => ({ [name]: '{"$ne":null}' })),
    ];
    for (const query of queries) {
      const isKnown = Object.keys(query).every(
        (name) => name in (endpoint.query as unknown as { entries: object }).entries,
      );
      const path = `${buildPath(endpoint, {})}?${new URLSearchParams(query)}`;
      const { status } = await rawRequest(system(), 'GET', path, { headers: callerOf(endpoint) });
      expect({ query, refused: status >= 400 && status < 500 }).toEqual({ query, refused: isKnown });
    }
  });

  // An OCSP responder refuses within its protocol: answered, with a status of its own (RFC 6960, section 2.3).
  const MALFORMED_OCSP_REQUEST = Buffer.from('30030a0101', 'hex').toString('latin1');
  const isRefused = ({ status, headers, text }: RawAnswer): boolean =>
    headers.get('content-type') === 'application/ocsp-response'
      ? text === MALFORMED_OCSP_REQUEST
      : status >= 400 && status < 500;

  const WITH_ID = allEndpoints.filter(({ params }) => params);
  it.each(titled(WITH_ID))('is refused by %s in its path', async (_id, endpoint) => {
    for (const id of [
      '17',
      ID.toUpperCase().replace('0', 'G'),
      '%00',
      '%7B%22$ne%22:null%7D',
      '%F0%9F%98%80',
      `${ID}0`,
    ]) {
      const path = endpoint.path.replaceAll(/:\w+/g, id);
      const answer = await rawRequest(system(), endpoint.method, path, { headers: callerOf(endpoint) });
      expect({ id, refused: isRefused(answer) }).toEqual({ id, refused: true });
    }
  });

  it('of a filter of the applicant’s own list is refused too', async () => {
    const path = `${endpoints.orders.listOrders.path}?status=paid&status[$ne]=paid`;
    const { status } = await rawRequest(system(), 'GET', path, { headers: bearer(tokens.applicant) });
    expect(status).toBeLessThan(500);
  });
});
