import { allEndpoints, allErrorsOf, ERROR_CATALOGUE } from '@acceptance/shared';
import { rawRequest } from '../support/raw-request';
import { useSystem } from '../support/test-system';

const system = useSystem();

type Json = Record<string, unknown>;
interface Operation extends Json {
  readonly operationId: string;
  readonly parameters: { name: string; in: string; required: boolean; schema: Json }[];
  readonly responses: Record<string, { description: string; content?: Record<string, Json> }>;
  readonly security: Record<string, string[]>[];
}
interface Document extends Json {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { securitySchemes: Json; schemas: Json };
}

let document: Document;
beforeAll(async () => {
  document = JSON.parse((await rawRequest(system(), 'GET', '/openapi.json')).text) as Document;
});

const operations = (): [string, string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );

/** Every `$ref` below a value. */
function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) => (name === '$ref' ? [String(member)] : refsIn(member)));
}

const resolve = (ref: string): unknown =>
  ref
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (at, name) => (at as Json | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
      document,
    );

describe('the OpenAPI document', () => {
  it('is of version 3.1 with the parts that it must have', () => {
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d+$/),
      info: { title: expect.any(String), version: expect.any(String) },
      servers: [{ url: '/api' }],
    });
  });

  it('describes every declared endpoint and no other', () => {
    const described = operations().map(([path, method, { operationId }]) => `${method} ${path} ${operationId}`);
    const declared = allEndpoints.map(
      ({ method, path, id }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')} ${id}`,
    );
    expect(described.toSorted()).toEqual(declared.toSorted());
  });

  it('refers only to what is in it', () => {
    const refs = refsIn(document);
    expect(refs.length).toBeGreaterThan(0);
    expect(refs.filter((ref) => !ref.startsWith('#/') || resolve(ref) === undefined)).toEqual([]);
  });

  it('declares every parameter of a path, as required', () => {
    for (const [path, , { parameters }] of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((parameter) => parameter.in === 'path');
      expect(declared.map(({ name }) => name)).toEqual(inPath);
      expect(declared.every(({ required, schema }) => required && schema.type === 'string')).toBe(true);
    }
  });

  it('gives each answer a description, and each endpoint all the statuses that it may answer', () => {
    for (const endpoint of allEndpoints) {
      const found = operations().find(([, , { operationId }]) => operationId === endpoint.id);
      const { responses } = found![2];
      const statuses = new Set(allErrorsOf(endpoint).map((code) => String(ERROR_CATALOGUE[code].status)));
      const success = endpoint.response.kind === 'empty' ? '204' : '200';
      expect(Object.keys(responses).toSorted()).toEqual([...new Set([...statuses, success])].toSorted());
      expect(Object.values(responses).every(({ description }) => description.length > 0)).toBe(true);
    }
  });

  it('names security schemes that it defines', () => {
    const defined = Object.keys(document.components.securitySchemes);
    const used = operations().flatMap(([, , { security }]) => security.flatMap((scheme) => Object.keys(scheme)));
    expect(new Set(used)).toEqual(new Set(defined));
  });

  it('shows the refresh cookies: where they are set, read and removed, and the header that asks for them', () => {
    expect(document.components.securitySchemes.staffRefreshCookie).toMatchObject({
      type: 'apiKey',
      in: 'cookie',
      name: '__Secure-staff-refresh',
    });
    const asking = { name: 'x-refresh-token-in', in: 'header', required: false };
    const refresh = document.paths['/staff/sessions/refresh']!.post!;
    expect(refresh.security).toEqual([{ staffRefreshCookie: [] }, {}]);
    expect(refresh.parameters).toEqual([expect.objectContaining(asking)]);
    const setting = {
      headers: { 'Set-Cookie': { description: expect.stringContaining('设置 __Secure-staff-refresh') } },
    };
    expect(refresh.responses['200']).toMatchObject(setting);
    expect(document.paths['/staff/sessions']!.post!.responses['200']).toMatchObject(setting);
    const { security, responses } = document.paths['/staff/sessions/current']!.delete!;
    expect(security).toEqual([{ staff: [] }]);
    expect(JSON.stringify(responses['204'])).toContain('删除 __Secure-staff-refresh');
    expect(JSON.stringify(document.paths['/staff/me'])).not.toMatch(/cookie/i);
  });

  it('tells that an upload is a file in a form', () => {
    expect(document.paths['/files']!.post).toMatchObject({
      requestBody: {
        content: {
          'multipart/form-data': {
            schema: { required: ['purpose', 'orderId', 'file'], properties: { file: { type: 'string' } } },
          },
        },
      },
    });
  });
});
