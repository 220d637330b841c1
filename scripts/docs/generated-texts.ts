import { metricsTable } from './monitoring-files';
import { settings } from './settings';

/** `.env.example`: every setting with its description; what must be given is left empty. */
export function envExample(): string {
  const lines = settings().flatMap(({ name, description, defaultValue }) => [
    `# ${description}${defaultValue === null ? '' : ' (has a default)'}`,
    `${name}=${defaultValue ?? ''}`,
    '',
  ]);
  return ['# Settings of the BFF. Written by `npm run docs` from bff/src/config/config-schema.ts.', '', ...lines].join(
    '\n',
  );
}

/** The configuration table of the README. */
export function configurationTable(): string {
  const rows = settings().map(
    ({ name, description, defaultValue }) =>
      `| \`${name}\` | ${description} | ${defaultValue === null ? 'required' : `\`${defaultValue}\``} |`,
  );
  return ['| setting | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Those that have generated blocks. */
export const READMES = ['README.md', 'bff/README.md'] as const;

const BLOCKS: Record<string, () => string> = { configuration: configurationTable, metrics: metricsTable };

/** Fills `<!-- generated:name -->…<!-- /generated -->` blocks of a Markdown text. */
export function withGeneratedBlocks(markdown: string): string {
  return markdown.replace(
    /(<!-- generated:(\w+) -->\n)[\s\S]*?(\n<!-- \/generated -->)/g,
    (whole, open: string, name: string, close: string) => {
      const make = BLOCKS[name];
      return make ? `${open}${make()}${close}` : whole;
    },
  );
}
