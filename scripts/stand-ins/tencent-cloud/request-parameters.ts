import { type JsonObject, parseJsonObject } from '../serving/json-object';
import { TencentError } from './tencent-error';

export type ParameterKind = 'text' | 'optional-text' | 'text-list' | 'optional-text-list' | 'optional-flag' | 'integer';

function fits(kind: ParameterKind, value: unknown): boolean {
  if (kind.endsWith('text-list')) return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (kind === 'integer') return Number.isSafeInteger(value);
  return typeof value === (kind === 'optional-flag' ? 'boolean' : 'string');
}

/**
 * The request's parameters after the gateway's checks.
 * @throws TencentError MissingParameter, UnknownParameter, InvalidParameter
 */
export function readParameters(body: string, expected: Record<string, ParameterKind>): JsonObject {
  const parameters = parseJsonObject(body);
  if (!parameters) throw new TencentError('InvalidParameter', '请求体不是合法的 JSON。');
  for (const name of Object.keys(parameters)) {
    if (!Object.hasOwn(expected, name)) {
      throw new TencentError('UnknownParameter', `The parameter \`${name}\` is not recognized.`);
    }
  }
  for (const [name, kind] of Object.entries(expected)) {
    const value = parameters[name];
    if (value === undefined) {
      if (kind.startsWith('optional')) continue;
      throw new TencentError('MissingParameter', `The request is missing a required parameter \`${name}\`.`);
    }
    if (!fits(kind, value)) throw new TencentError('InvalidParameter', `The parameter \`${name}\` has a wrong type.`);
  }
  return parameters;
}
