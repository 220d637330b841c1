import { CONTRACT_FILE_LIMIT } from '@acceptance/shared';
import { troubleOf } from './document-trouble';

it.each([
  ['合同.pdf', 1, null],
  ['合同.PDF ', CONTRACT_FILE_LIMIT, null],
  ['合同.pdf', CONTRACT_FILE_LIMIT + 1, 'tooLarge'],
  ['合同.pdf', 0, 'empty'],
  ['合同.jpg', 1, 'notPdf'],
  ['合同.pdf.exe', 1, 'notPdf'],
] as const)('a file %s of %d bytes is not sent because of: %s', (fileName, size, trouble) => {
  expect(troubleOf({ path: 'x', fileName, size })).toBe(trouble);
});
