import { type AnyEndpoint, API_BASE_PATH, allEndpoints, allErrorsOf, ERROR_CATALOGUE } from '@acceptance/shared';
import type * as v from 'valibot';
import { type Json, jsonSchema } from './json-schema';
import { cookieHeadersOf, cookieParametersOf, cookieSchemes, cookieSecurityOf } from './openapi-cookies';

function parametersOf(endpoint: AnyEndpoint): Json[] {
  return (['params', 'query'] as const).flatMap((part) => {
    const schema = endpoint[part];
    if (!schema) {
      return [];
    }
    const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
      properties?: Json;
      required?: string[];
    };
    return Object.entries(properties).map(([name, propertySchema]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || required.includes(name),
      schema: propertySchema,
    }));
  });
}

function requestBodyOf(endpoint: AnyEndpoint): Json | undefined {
  if (endpoint.request === 'raw') {
    const { rawMediaType } = endpoint;
    const content = rawMediaType ? { [rawMediaType]: {} } : { 'application/json': { schema: { type: 'object' } } };
    return { required: true, content };
  }
  if (!endpoint.body) {
    return undefined;
  }
  const schema = jsonSchema(endpoint.body, 'input') as { properties?: Json; required?: string[] };
  if (endpoint.request !== 'multipart') {
    return { required: true, content: { 'application/json': { schema } } };
  }
  const properties = { ...schema.properties, file: { type: 'string', contentMediaType: 'application/octet-stream' } };
  const required = [...(schema.required ?? []), 'file'];
  return { required: true, content: { 'multipart/form-data': { schema: { type: 'object', properties, required } } } };
}

function successOf(endpoint: AnyEndpoint): Json {
  const { response } = endpoint;
  const headers = cookieHeadersOf(endpoint);
  if (response.kind === 'empty') {
    return { '204': { description: '成功，没有内容', ...headers } };
  }
  if (response.kind === 'binary') {
    const content = Object.fromEntries(
      (response as { mediaTypes: readonly string[] }).mediaTypes.map((mediaType) => [mediaType, {}]),
    );
    return { '200': { description: '成功', content } };
  }
  const schema = jsonSchema(response as v.GenericSchema, 'output');
  return { '200': { description: '成功', ...headers, content: { 'application/json': { schema } } } };
}

function failuresOf(endpoint: AnyEndpoint): Json {
  const byStatus = new Map<number, string[]>();
  for (const code of allErrorsOf(endpoint)) {
    const { status, message } = ERROR_CATALOGUE[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), `\`${code}\` ${message}`]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, lines]) => [
      String(status),
      {
        description: lines.join('；'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    ]),
  );
}

function securityOf(endpoint: AnyEndpoint): Json[] {
  const { access } = endpoint;
  return access === 'public' || access === 'provider'
    ? cookieSecurityOf(endpoint)
    : [{ [typeof access === 'object' ? 'staff' : 'applicant']: [] }];
}

function operationOf(endpoint: AnyEndpoint): Json {
  const access = typeof endpoint.access === 'object' ? `staff: ${endpoint.access.staff.join(', ')}` : endpoint.access;
  const requestBody = requestBodyOf(endpoint);
  return {
    operationId: endpoint.id,
    tags: [endpoint.id.split('.')[0]],
    summary: endpoint.summary,
    'x-access': access,
    'x-idempotent': endpoint.idempotent,
    security: securityOf(endpoint),
    parameters: [...parametersOf(endpoint), ...cookieParametersOf(endpoint)],
    ...(requestBody && { requestBody }),
    responses: { ...successOf(endpoint), ...failuresOf(endpoint) },
  };
}

const ERROR_SCHEMA = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message', 'next', 'requestId'],
      properties: {
        code: { type: 'string', enum: Object.keys(ERROR_CATALOGUE) },
        message: { type: 'string' },
        next: { type: 'string' },
        requestId: { type: 'string' },
        details: { type: 'object' },
        fields: {
          type: 'array',
          items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
        },
      },
    },
  },
};

/** The OpenAPI 3.1 document, derived from the endpoint declarations alone. */
export function openApiDocument(): Json & { openapi: string } {
  const paths: Record<string, Json> = {};
  for (const endpoint of allEndpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  const bearer = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' };
  return {
    openapi: '3.1.0',
    info: { title: '数字证书在线受理', version: '1', description: '由 shared 中的接口声明生成，请勿手工修改。' },
    servers: [{ url: API_BASE_PATH }],
    paths,
    components: {
      securitySchemes: { applicant: bearer, staff: bearer, ...cookieSchemes() },
      schemas: { Error: ERROR_SCHEMA },
    },
  };
}
