import { type JsonObject, parseJsonObject } from './json-object';

const SECRET_NAMES = new Set([
  'secret',
  'access_token',
  'session_key',
  'js_code',
  'code',
  'refresh_token',
  'password',
  'biztoken',
]);
const PERSONAL_NAMES = new Set(['idcard', 'name', 'phone', 'phonenumber', 'lrname']);

const REDACTED_WHOLLY = new Set(['templateparamset', 'imagebase64', 'subject_dn', 'certificate_request']);

const mask = (text: string): string => (text.length > 8 ? `${text.slice(0, 4)}****${text.slice(-4)}` : '****');

/** The query with secrets replaced, for showing. */
export function redactQuery(query: URLSearchParams): string {
  const shown = new URLSearchParams(query);
  for (const name of new Set(shown.keys())) if (SECRET_NAMES.has(name)) shown.set(name, 'redacted');
  return shown.toString();
}

function redactMember(name: string, value: unknown): unknown {
  const key = name.toLowerCase();
  if (SECRET_NAMES.has(key)) return 'redacted';
  if (typeof value === 'string' && PERSONAL_NAMES.has(key)) return mask(value);
  // The variables of a text message hold the one-time code; a picture is somebody's card; a subject says who applied.
  if (REDACTED_WHOLLY.has(key)) return 'redacted';
  return value;
}

/** The body with secrets replaced and personal data masked; a body that is not a JSON object is described, not shown. */
export function redactBody(body: string): JsonObject | string {
  if (body === '') return '';
  const value = parseJsonObject(body);
  if (!value) return `(${Buffer.byteLength(body)} bytes, not a JSON object)`;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactMember(name, member)]));
}
