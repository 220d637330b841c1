import { csvCell } from './export-to-send';

describe('a cell of the list', () => {
  it.each([
    ['张三', '张三'],
    ['路 1 号, 3 楼', '"路 1 号, 3 楼"'],
    ['他说"好"', '"他说""好"""'],
    ['=1+1', `"'=1+1"`],
    ['+86 138', `"'+86 138"`],
    ['-2', `"'-2"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['\t=1', `"'\t=1"`],
  ])('%j is written %s', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });
});
