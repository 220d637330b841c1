import type { PdfValue } from '../verify/pdf-values';

/** A value as it stands in a file. @throws Error for a stream, which stands in no other value */
export function writtenValue(value: PdfValue): string {
  switch (value.kind) {
    case 'word':
      return value.text;
    case 'name':
      return `/${value.text}`;
    case 'string':
      return `<${value.bytes.toString('hex')}>`;
    case 'ref':
      return `${value.number} 0 R`;
    case 'array':
      return `[${value.items.map(writtenValue).join(' ')}]`;
    case 'dictionary':
      return `<< ${[...value.entries].map(([key, one]) => `/${key} ${writtenValue(one)}`).join(' ')} >>`;
    case 'stream':
      throw new Error('A stream stands in no dictionary');
  }
}
