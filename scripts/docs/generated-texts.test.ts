import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT_FILE_LABELS } from '@acceptance/shared';
import { configEntries } from '../../bff/src/config/config-schema';
import { configurationTable, envExample, READMES, withGeneratedBlocks } from './generated-texts';
import { H5_HEADERS_SNIPPET, h5HeadersSnippet } from './h5-headers-snippet';
import { ALERT_RULES, alertRules, DASHBOARD, dashboard, metricsTable } from './monitoring-files';
import { PROJECT_FILE_SCHEMA, projectFileSchemaText } from './project-file-schema';
import { settings } from './settings';

const root = resolve(__dirname, '../..');

describe('generated documents', () => {
  it('describe every setting', () => {
    expect(settings().map((setting) => setting.name)).toEqual(Object.keys(configEntries));
    expect(settings().filter((setting) => setting.description === '')).toEqual([]);
  });

  it('know which settings have a default', () => {
    const defaults = new Map(settings().map((setting) => [setting.name, setting.defaultValue]));
    expect(defaults.get('PORT')).toBe('3000');
    expect(defaults.get('NODE_ENV')).toBe('development');
    expect(defaults.get('MONGODB_URI')).toBeNull();
  });

  it('are fresh: run `npm run docs` when this fails', () => {
    const [readme = '', bffReadme = ''] = READMES.map((name) => readFileSync(join(root, name), 'utf8'));
    expect(readFileSync(join(root, '.env.example'), 'utf8')).toBe(envExample());
    expect(readFileSync(join(root, PROJECT_FILE_SCHEMA), 'utf8')).toBe(projectFileSchemaText());
    expect(readFileSync(join(root, H5_HEADERS_SNIPPET), 'utf8')).toBe(h5HeadersSnippet());
    expect(readFileSync(join(root, ALERT_RULES), 'utf8')).toBe(alertRules());
    expect(readFileSync(join(root, DASHBOARD), 'utf8')).toBe(dashboard());
    expect(readme).toContain(configurationTable());
    expect(bffReadme).toContain(metricsTable());
    expect([readme, bffReadme].map(withGeneratedBlocks)).toEqual([readme, bffReadme]);
  });

  it('name every setting of a project file', () => {
    const parts = projectFileSchemaText().match(/"properties": \{/g) ?? [];
    const titles = projectFileSchemaText().match(/"title": /g) ?? [];
    expect(parts.length).toBeGreaterThan(8);
    expect(titles).toHaveLength(Object.keys(PROJECT_FILE_LABELS).length + 1);
  });
});
