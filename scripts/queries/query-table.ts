import type { QueryShape } from '../stand-ins/mongodb';

const HEAD = `# Queries and the indexes that serve them

Written by \`npm run queries\`; do not edit. What the BFF asks of the database in integration tests: names of
fields and operators, never a value. "by" = its fields are pinned to values; "range of" = a range of it is read; "all of" = it holds
only such documents; "order of" = it gives the order. What is sorted in memory should be few.
`;

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** Of two that differ in what does not stand in the table one is left. */
const unique = (rows: readonly string[]): string[] => [...new Set(rows)].sort(byText);

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('$', '\\$');

function row({ command, filter, sort, isLimited, takesAll, answered, remark }: QueryShape): string {
  const what = takesAll ? '(all)' : filter || '(first)';
  const how = remark === null ? answered : `${answered}: ${remark}`;
  return `| ${[command, cell(what), cell(sort), isLimited ? 'yes' : '', cell(how)].join(' | ')} |`;
}

/** Queries that look at everything though they want only some of it. */
export const withoutIndex = (shapes: readonly QueryShape[], small: readonly string[]): readonly QueryShape[] =>
  shapes.filter(({ scans, remark, collection }) => scans && remark === null && !small.includes(collection));

/** Markdown, a section for each collection. */
export function queryTable(shapes: readonly QueryShape[], small: Readonly<Record<string, string>>): string {
  const sections = unique(shapes.map(({ collection }) => collection)).map((name) => {
    const rows = unique(shapes.filter(({ collection }) => collection === name).map(row));
    const why = small[name] === undefined ? [] : [`Stays small: ${small[name]}.`, ''];
    return [
      `## ${name}`,
      '',
      ...why,
      '| command | by | sorted by | limited | answered |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
      '',
    ];
  });
  return [HEAD, ...sections.flat()].join('\n');
}
