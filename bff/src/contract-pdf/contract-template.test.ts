import { createHash } from 'node:crypto';
import { buildContractTemplate, canonicalJson, fillTemplate, hashOfDetails, hashOfText } from './contract-template';
import { defaultContract } from './default-contract';
import { templatePlaceholders } from './fill-placeholders';
import { sampleAuthority } from './testing/sample-contract';

describe('the contract template', () => {
  const template = buildContractTemplate(sampleAuthority);
  const text = template.articles.flatMap((article) => [article.heading, ...article.paragraphs]).join('\n');

  test('has three key points and nine articles', () => {
    expect(template.keyPoints).toHaveLength(3);
    expect(template.articles).toHaveLength(9);
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

  test('marks the clauses that limit liability, bind by silence or choose a court', () => {
    const marked = template.articles.filter(({ important }) => important).map(({ heading }) => heading);
    expect(marked).toEqual(['责任与免责', '合同的修订', '法律适用与争议解决']);
    expect(template.importantNotice).toContain('请仔细阅读');
    const unmarked = { ...defaultContract, articles: [{ heading: '其他', paragraphs: ['无。'] }] };
    expect(fillTemplate(unmarked, sampleAuthority)).not.toHaveProperty('importantNotice');
  });

  test('the hash of a text of 2026.12, whose authority said less, is what it was', () => {
    const { unifiedSocialCreditCode: _c, licenceNumber: _l, legalRepresentative: _r, ...authority } = sampleAuthority;
    const articles = [{ heading: '证书的用途', paragraphs: ['乙方不得把证书用于违法活动。'] }];
    const old = { id: 'digital-certificate-service', version: '2026.12', title: '合同', keyPoints: ['请保管好。'] };
    const text = { ...old, articles, authority };
    // As the code of 2026.12 made it.
    expect(hashOfText(text)).toBe('17ad8f097954db559ae8b79bad0d638526cd5a05bca51fc53ddc2cabe4eb734e');
    expect(hashOfText({ ...text, authority: { ...authority, licenceNumber: undefined } })).toBe(hashOfText(text));
  });

  test('canonical JSON does not depend on the order of keys', () => {
    expect(canonicalJson({ b: [1, 'x'], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[1,"x"]}');
  });
});

describe('a text as it is written', () => {
  const written = (paragraph: string) =>
    fillTemplate({ ...defaultContract, articles: [{ heading: '其他', paragraphs: [paragraph] }] }, sampleAuthority);

  test('may have the authority’s facts in braces', () => {
    const everything = templatePlaceholders.join('；');
    const [paragraph] = written(everything).articles[0]!.paragraphs;
    expect(paragraph).not.toMatch(/[{}]/);
    expect(paragraph).toContain(sampleAuthority.name);
    expect(paragraph).toContain(sampleAuthority.licenceNumber);
  });

  test.each([
    ['an unknown place', '甲方（{authority.fax}）', '{authority.fax}'],
    ['a place that is not closed', '甲方（{authority.name）', '{'],
    ['a brace alone', '甲方}', '}'],
  ])('is refused with %s, which is named', (_name, paragraph, place) => {
    expect(() => written(paragraph)).toThrow(
      expect.objectContaining({ code: 'placeholder_unknown', message: expect.stringContaining(place) }),
    );
  });

  test('is refused where the authority has no such fact', () => {
    const source = { ...defaultContract, title: '{authority.licenceNumber}' };
    expect(() => fillTemplate(source, { ...sampleAuthority, licenceNumber: undefined })).toThrow('licenceNumber');
  });

  test('does not fill in what a value looks like', () => {
    const authority = { ...sampleAuthority, court: '{authority.name}' };
    expect(fillTemplate({ ...defaultContract, title: '{authority.court}' }, authority).title).toBe('{authority.name}');
  });
});

describe('the hash of the details', () => {
  test('covers every member, in whatever order they come', () => {
    const details = { unit: null, feeFen: 100, specialTerms: ['不退'] };
    expect(hashOfDetails({ specialTerms: ['不退'], feeFen: 100, unit: null })).toBe(hashOfDetails(details));
    expect(hashOfDetails({ ...details, feeFen: 101 })).not.toBe(hashOfDetails(details));
    expect(hashOfDetails({ ...details, specialTerms: [] })).not.toBe(hashOfDetails(details));
  });
});
