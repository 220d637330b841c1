import * as v from 'valibot';
import { allEndpoints } from '../contract/all-endpoints';
import { applicationFormSchema } from '../schemas/application-form';
import { identityNumberSchema } from '../schemas/identity-document';
import { personNameSchema } from '../schemas/person-name';
import { phoneNumberSchema } from '../schemas/phone-number';
import { fieldProblemsOf } from './field-problems';

function problemsOf(schema: v.GenericSchema, value: unknown) {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? [] : fieldProblemsOf(parsed.issues);
}

describe('problems by field', () => {
  const schema = v.object({
    name: personNameSchema,
    list: v.array(v.object({ phone: phoneNumberSchema })),
    size: v.number(),
  });

  it('names each field by its dotted path, in the order of the schema', () => {
    expect(problemsOf(schema, { name: '张1', list: [{ phone: '1' }], size: 'big' })).toEqual([
      { path: 'name', message: '姓名请与证件一致：汉字和中间的“·”，或者外文字母' },
      { path: 'list.0.phone', message: '请输入 11 位手机号' },
      { path: 'size', message: '格式不正确' },
    ]);
  });

  it('says that a field is missing', () => {
    expect(problemsOf(schema, { name: '张伟', list: [] })).toEqual([{ path: 'size', message: '请填写' }]);
  });

  it('gives the first problem of a field only', () => {
    const twoRules = v.object({ value: v.pipe(v.string(), v.minLength(5, '太短'), v.regex(/^\d+$/, '只填数字')) });
    expect(problemsOf(twoRules, { value: 'a' })).toEqual([{ path: 'value', message: '太短' }]);
  });

  it('names a problem of the whole body by the empty path', () => {
    expect(problemsOf(schema, 'not an object')).toEqual([{ path: '', message: '格式不正确' }]);
  });
});

describe('problems never echo what was typed', () => {
  const SECRET = 'SECRET-13812341234-SECRET';
  const identity = v.object({ name: personNameSchema, idNumber: identityNumberSchema, phone: phoneNumberSchema });

  it.each([
    ['text', SECRET],
    ['a list', [SECRET]],
    ['an object', { value: SECRET }],
  ])('in the real-name check, for %s', (_, value) => {
    const problems = problemsOf(identity, { name: value, idNumber: value, phone: value });
    expect(problems).toHaveLength(3);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  it('in the application form', () => {
    const problems = problemsOf(applicationFormSchema, {
      email: SECRET,
      address: `${SECRET}\u200b`,
      invoice: { kind: SECRET },
      delivery: { way: 'courier', phone: SECRET, receiver: `${SECRET}\n` },
    });
    expect(problems.length).toBeGreaterThan(4);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
  });

  it('in any field of any endpoint', () => {
    const schemas = allEndpoints.flatMap(({ params, query, body }) => [params, query, body]).filter((one) => !!one);
    const problems = schemas.flatMap((schema) => {
      const entries = 'entries' in schema ? Object.keys(schema.entries as object) : [];
      const texts = Object.fromEntries(entries.map((name) => [name, SECRET]));
      const lists = Object.fromEntries(entries.map((name) => [name, [SECRET]]));
      return [...problemsOf(schema, texts), ...problemsOf(schema, lists)];
    });
    expect(problems.length).toBeGreaterThan(schemas.length);
    expect(JSON.stringify(problems)).not.toContain('SECRET');
    expect(problems.filter(({ message }) => /^Invalid|Expected|received/i.test(message))).toEqual([]);
  });
});
