import { openApiDocument } from './openapi-document';

/** Every `pattern` below a value. */
function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'pattern' && typeof member === 'string' ? [member] : patternsIn(member),
  );
}

const patterns = [...new Set(patternsIn(openApiDocument()))];

describe('the patterns of the API document', () => {
  it('are found', () => {
    expect(patterns.length).toBeGreaterThan(10);
  });

  // Without the flag `\p` is the letter p: generators that do not know the flag would refuse every text with a p in it.
  it.each(patterns)('%s is one without the u flag', (pattern) => {
    expect(() => new RegExp(pattern)).not.toThrow();
    expect(pattern).not.toMatch(/\\p|\\u\{/i);
  });

  it.each(patterns)('%s means the same with the flag and without', (pattern) => {
    const [plain, unicode] = [new RegExp(pattern), new RegExp(pattern, 'u')];
    for (const text of [
      '',
      '北京市朝阳区 apple',
      '\u{20BB7}田',
      'a\u200bb',
      'a\nb',
      '11010519491231002X',
      '0'.repeat(24),
    ]) {
      expect(plain.test(text)).toBe(unicode.test(text));
    }
  });
});

describe('the limits of the API document', () => {
  it('are named for texts that are counted in characters', () => {
    const note = /"note":\{"anyOf":\[\{"const":""\},(\{[^}]*\})/.exec(JSON.stringify(openApiDocument()))?.[1];
    expect(JSON.parse(note ?? '{}')).toMatchObject({ type: 'string', minLength: 1, maxLength: 100 });
  });
});
