import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type HoldingTest, nameOf } from './attack';
import { SECTIONS } from './manifest';
import { type DeclaredTest, declaredTests } from './test-names';

const ROOT = resolve(__dirname, '../..');
const attacks = SECTIONS.flatMap((section) => section.attacks);

const declared = new Map<string, readonly DeclaredTest[]>();
function testsIn(file: string): readonly DeclaredTest[] {
  const path = join(ROOT, file);
  const found = declared.get(file) ?? (existsSync(path) ? declaredTests(file, readFileSync(path, 'utf8')) : []);
  declared.set(file, found);
  return found;
}
const sameTitles = ({ titles }: HoldingTest) => {
  const wanted = titles.join('\n');
  return (test: DeclaredTest): boolean => test.titles.join('\n') === wanted;
};

describe('the list of attacks', () => {
  it('has each id once, and a plain sentence for each', () => {
    const entries = SECTIONS.flatMap(({ attacks, awaited }) => [...attacks, ...awaited]);
    const ids = entries.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(
      entries.filter(({ id }) => !/^(jobs|tasks|money|doors|data|certificates|deliveries)\.[a-z0-9-]+$/.test(id)),
    ).toEqual([]);
    expect(entries.filter(({ what }) => what.length < 20 || what.endsWith('.'))).toEqual([]);
  });

  it('covers every section of the issues', () => {
    expect(SECTIONS.map(({ title }) => title[0])).toEqual(['1', '2', '3', '3', '4', '4', '5', '6', '7']);
  });

  it('names only tests that exist, once each, and that are not switched off', () => {
    const named = attacks.flatMap(({ heldBy }) => heldBy);
    const missing = named.filter((test) => testsIn(test.file).filter(sameTitles(test)).length !== 1);
    expect(missing.map(nameOf)).toEqual([]);
    const off = named.filter((test) => testsIn(test.file).some((found) => found.isOff && sameTitles(test)(found)));
    expect(off.map(nameOf)).toEqual([]);
  });

  it.each(attacks.map((attack) => [attack.id, attack] as const))('has a test for %s', (_id, { heldBy }) => {
    expect(heldBy.length).toBeGreaterThan(0);
  });
});
