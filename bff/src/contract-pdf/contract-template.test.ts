import { createHash } from 'node:crypto';
import { buildContractTemplate, canonicalJson } from './contract-template';
import { sampleAuthority } from './testing/sample-contract';

describe('the contract template', () => {
  const template = buildContractTemplate(sampleAuthority);
  const text = template.articles.flatMap((article) => [article.heading, ...article.paragraphs]).join('\n');

  test('has three key points and eight articles', () => {
    expect(template.keyPoints).toHaveLength(3);
    expect(template.articles).toHaveLength(8);
  });

  test.each([
    ['use', /用于在该项目的信息系统中确认身份/],
    ['true information', /应当真实、完整、有效/],
    ['safe keeping', /妥善保管/],
    ['telling changes', /五个工作日内申请变更/],
    ['grounds for revocation', /（七）法律规定/],
    ['force majeure', /不能预见、不能避免并且不能克服/],
    ['test certificates', /测试证书/],
    ['fifteen days to object', /自公布之日起十五日内/],
    ['five years of storage', /失效后至少五年/],
    ['legal effect', /同等的法律效力/],
    ['law', /适用中华人民共和国法律/],
  ])('speaks of %s', (_topic, expected) => {
    expect(text).toMatch(expected);
  });

  test('fills in the authority, its website, telephone and court', () => {
    for (const value of [sampleAuthority.name, sampleAuthority.website, sampleAuthority.phone, sampleAuthority.court]) {
      expect(text).toContain(value);
    }
  });

  test('its hash can be computed again from its other members', () => {
    const { sha256, ...rest } = template;
    expect(createHash('sha256').update(canonicalJson(rest)).digest('hex')).toBe(sha256);
  });

  test('another court gives another hash, the same configuration the same', () => {
    expect(buildContractTemplate({ ...sampleAuthority, court: '别的法院' }).sha256).not.toBe(template.sha256);
    expect(buildContractTemplate({ ...sampleAuthority }).sha256).toBe(template.sha256);
  });

  test('canonical JSON does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, 'x'], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[1,"x"]}');
  });
});
