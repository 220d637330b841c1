import type { ContractText, PrintedContractWords } from '@acceptance/shared';

/** The text of the contract and what it says of the parties, to be read by people; hashes are made of the JSON beside it. */
export function readableText(text: ContractText, words: PrintedContractWords | null): string {
  const { title, version, keyPoints, articles, importantNotice } = text;
  const parties = words
    ? [
        words.keyPoint,
        ...words.groups.flatMap(({ name, rows }) => [
          '',
          name,
          ...rows.map(({ label, value }) => `${label}：${value}`),
        ]),
        ...(words.specialTerms.length > 0 ? ['', '特别约定', ...words.specialTerms] : []),
      ]
    : [];
  const body = articles.flatMap(({ heading, important, paragraphs }) => [
    '',
    heading,
    ...(important && importantNotice ? [importantNotice] : []),
    ...paragraphs,
  ]);
  return `${[title, `文本版本：${version}`, '', ...keyPoints, '', ...parties, ...body].join('\n')}\n`;
}
