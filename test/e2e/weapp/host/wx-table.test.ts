import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotInHost } from '../../../host/refusal';
import documentedNames from '../../../host/wx/documented-names.json';
import { WX_TABLE } from '../../../host/wx/wx-table';
import { useFixturePhone } from './fixture-phone';

const README = readFileSync(join(__dirname, '../../../host/README.md'), 'utf8');

/** The table of README.md from the one in the code. */
const markdownTable = (): string => {
  const rows = WX_TABLE.map(
    ({ name, state, note, read }) => `| \`${name}\` | ${state} | ${note.replace(/\|/g, '\\|')} | ${read} |`,
  );
  return ['| method | state | note | document read |', '| --- | --- | --- | --- |', ...rows].join('\n');
};

describe('the table of wx', () => {
  const phone = useFixturePhone();

  it('lists exactly what the host implements, and all else throws its name', () => {
    const wx = phone().host.running().realm.globals.wx as Record<string, unknown>;
    const listed = new Set(WX_TABLE.map(({ name }) => name));
    expect(listed.size).toBe(WX_TABLE.length);
    for (const name of listed) expect([name, typeof wx[name]]).toEqual([name, 'function']);
    for (const [name, method] of Object.entries(wx)) {
      if (typeof method === 'function' && !listed.has(name)) expect(method).toThrow(NotInHost);
    }
  });

  it('invents no method that WeChat does not have', () => {
    const known = new Set(documentedNames);
    expect(WX_TABLE.filter(({ name }) => !known.has(name))).toEqual([]);
  });

  it('stands in the README as it is', () => {
    expect(README).toContain(markdownTable());
  });
});
