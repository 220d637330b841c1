import { isJsonObject, type JsonObject, parseJsonObject } from '../serving/json-object';
import { INTERNAL_NUMBERS, parameterError } from './pay-error';

/** A rule says what is wrong with a value, or nothing. `at` is the field's JSON pointer. */
export interface Rule {
  required: boolean;
  check(value: unknown, at: string): void;
}

/** @throws PayError 400 PARAM_ERROR about a field of the body, `at` being its JSON pointer */
export function refuse(at: string, value: unknown, issue: string): never {
  const source = `输入源“/body${at}”映射到值字段“${at.slice(at.lastIndexOf('/') + 1)}”`;
  throw parameterError(`${source}${issue}`, { field: at, value, issue, location: 'body' });
}

/** The real answer to a parameter that is not in the documents names no location and lists what it does not know. */
function refuseUnknown(at: string): never {
  const issue = '请求中含有未在API文档中定义的参数';
  const detail = { field: at, value: [`/body${at}`], issue, location: null };
  throw parameterError(issue, detail, INTERNAL_NUMBERS.unknownParameter);
}

/** Text of `min` to `max` characters, optionally of a pattern. */
export const text = (min: number, max: number, pattern?: RegExp): Rule => ({
  required: true,
  check(value, at) {
    if (typeof value !== 'string') refuse(at, value, '必须为字符串');
    const length = [...value].length;
    if (length < min || length > max) refuse(at, value, `字符数必须在${min}到${max}之间`);
    if (pattern && !pattern.test(value)) refuse(at, value, '格式不正确');
  },
});

/** Text of 1 to `max` bytes of UTF-8: a Chinese character is three, whatever the documents count. */
export const textOfBytes = (max: number): Rule => ({
  required: true,
  check(value, at) {
    if (typeof value !== 'string') refuse(at, value, '必须为字符串');
    const length = Buffer.byteLength(value);
    if (length < 1) refuse(at, value, `字符串规则校验失败，字节数 ${length}，小于最小值 1`);
    if (length > max) refuse(at, value, `字符串规则校验失败，字节数 ${length}，大于最大值 ${max}`);
  },
});

export const integer = (min: number): Rule => ({
  required: true,
  check(value, at) {
    if (!Number.isSafeInteger(value) || (value as number) < min) refuse(at, value, `必须为不小于${min}的整数`);
  },
});

export const flag: Rule = {
  required: true,
  check(value, at) {
    if (typeof value !== 'boolean') refuse(at, value, '必须为布尔值');
  },
};

export const listOf = (item: Rule): Rule => ({
  required: true,
  check(value, at) {
    if (!Array.isArray(value) || value.length === 0) refuse(at, value, '必须为非空数组');
    value.forEach((member, position) => {
      item.check(member, `${at}/${position}`);
    });
  },
});

/** A moment with a time zone (RFC 3339), as time_expire: 2018-06-08T10:34:56+08:00. */
export const moment: Rule = {
  required: true,
  check(value, at) {
    const form = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
    if (typeof value !== 'string' || !form.test(value) || Number.isNaN(Date.parse(value))) {
      refuse(at, value, '不符合RFC3339时间格式');
    }
  },
};

/** notify_url: absolute, no query, at most 255 characters. http is let through: the other end is a developer's machine. */
export const callbackUrl: Rule = {
  required: true,
  check(value, at) {
    if (typeof value !== 'string' || value.length > 255 || !URL.canParse(value)) refuse(at, value, '不是合法的URL');
    const url = new URL(value);
    if (!['http:', 'https:'].includes(url.protocol)) refuse(at, value, '不是合法的URL');
    if (value.includes('?') || value.includes('#')) refuse(at, value, '不能携带参数');
  },
};

export const optional = (rule: Rule): Rule => ({ ...rule, required: false });

/** An object with these members and no others: API v3 refuses parameters it does not know. */
export const object = (members: Record<string, Rule>): Rule => ({
  required: true,
  check(value, at) {
    if (!isJsonObject(value)) refuse(at, value, '必须为对象');
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(members, name)) refuseUnknown(`${at}/${name}`);
    }
    for (const [name, rule] of Object.entries(members)) {
      const member = value[name];
      if (member !== undefined) rule.check(member, `${at}/${name}`);
      else if (rule.required) refuse(`${at}/${name}`, null, '缺少必填参数');
    }
  },
});

/**
 * The body as an object that follows the rule.
 * @throws PayError 400 PARAM_ERROR
 */
export function readBodyBy(rule: Rule, body: string): JsonObject {
  const value = parseJsonObject(body);
  if (!value) refuse('', undefined, '不是合法的JSON对象');
  rule.check(value, '');
  return value;
}
