import { parse } from 'csv-parse/sync';
import { csvLine } from './csv-line';

const readBack = (line: string): string[] => parse(line)[0] as string[];

it('is read back as it was written, whatever stands in it', () => {
  const fields = ['张三', '甲,乙，丙', '他说"好"', '第一行\n第二行', '', '12:34:AB'];
  expect(readBack(csvLine(fields))).toEqual(fields);
  expect(csvLine(['a', null, 'b'])).toBe('"a","","b"\r\n');
});

it.each([
  '=1+1',
  '+86 10',
  '-2',
  '@SUM(A1)',
  '＝HYPERLINK("http://example.com")',
  '＋1',
  '\t=1',
  '\r=1',
  '  =1',
  '"=1',
  "'=1",
])('makes %j a text that no spreadsheet computes', (field) => {
  expect(readBack(csvLine([field]))).toEqual([`'${field}`]);
});

it.each(['有限公司（a=b）', '3-5', '0A:1B', '王@李'])('leaves %j alone, which begins with none of those', (field) => {
  expect(readBack(csvLine([field]))).toEqual([field]);
});
