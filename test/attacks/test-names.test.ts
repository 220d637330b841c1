import { declaredTests, patternOf } from './test-names';

const SOURCE = `
  describe('a door', () => {
    it('is shut', () => undefined);
    it.each([[1, ')'], [2, '(']])('has %s of %s', () => undefined);
    describe.each(\`a | b\`)('on $side', () => {
      test(\`by \${who}, at night\`, () => undefined);
      it.skip('and at noon', () => undefined);
    });
  });
  describe.skip('a window', () => { it('is open', () => undefined); });
  it("alone", () => { describe(name, () => undefined); });
`;

describe('the tests that a file declares', () => {
  it('are found with the titles around them, as they are written', () => {
    const found = declaredTests('a.test.ts', SOURCE);
    expect(found.map(({ titles }) => titles.join(' › '))).toEqual([
      'a door › is shut',
      'a door › has %s of %s',
      'a door › on $side › by %s, at night',
      'a door › on $side › and at noon',
      'a window › is open',
      'alone',
    ]);
    expect(found.filter(({ isOff }) => isOff).map(({ titles }) => titles.at(-1))).toEqual(['and at noon', 'is open']);
  });
});

describe('the pattern of a title', () => {
  const matches = (title: string, name: string) => new RegExp(`^${patternOf(title)}$`).test(name);

  it('takes what jest makes of its placeholders, and nothing else', () => {
    expect(matches('has %s of %s', 'has 1 of )')).toBe(true);
    expect(matches('on $side.name', 'on two\nlines')).toBe(true);
    expect(matches('is (really) shut?', 'is (really) shut?')).toBe(true);
    expect(matches('is shut.', 'is shut!')).toBe(false);
    expect(matches('has %s of %s', 'had 1 of 2')).toBe(false);
  });
});
