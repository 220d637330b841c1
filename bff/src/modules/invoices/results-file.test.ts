import { AppError, mostInvoiceLines } from '@acceptance/shared';
import { readResultsFile } from './results-file';

const NUMBER = '26150000000000000001';
const read = (...lines: string[]) => readResultsFile(Buffer.from(lines.join('\r\n')));
const codeOf = (make: () => unknown): string => {
  try {
    make();
    return 'ok';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
};

describe('a file of results of the tax platform', () => {
  it('is read by its headings, in any order, with what spreadsheets leave around numbers', () => {
    expect(
      read(
        '序号,开票日期,数电票号码,发票流水号,失败原因',
        `1,2026/11/23 10:11:12,"=""${NUMBER}""",cgy-261123-0001,`,
        `2,20261123,'${NUMBER},CGY-261123-0002,`,
        '3,,,CGY-261123-0003,纳税人识别号不存在',
        '4,,,CGY-261123-0004,',
      ),
    ).toEqual([
      { line: 2, orderNumber: 'CGY-261123-0001', result: { number: NUMBER, issuedOn: '2026-11-23' } },
      { line: 3, orderNumber: 'CGY-261123-0002', result: { number: NUMBER, issuedOn: '2026-11-23' } },
      { line: 4, orderNumber: 'CGY-261123-0003', result: { failure: '纳税人识别号不存在' } },
    ]);
  });

  it('names what is wrong with a line: a number that a spreadsheet has rounded, a day that is none', () => {
    const lines = read(
      '发票流水号,发票号码,开票日期',
      'A-1,2.615E+19,2026-11-23',
      `A-2,${NUMBER},2026-02-30`,
      `A-3,${NUMBER},`,
    );
    expect(lines.map(({ result }) => result)).toEqual([
      { wrong: 'invoices.row_number_wrong' },
      { wrong: 'invoices.row_day_wrong' },
      { wrong: 'invoices.row_day_wrong' },
    ]);
  });

  it('is read in GBK, as spreadsheets save it', () => {
    // 发票流水号,数电票号码,开票日期
    const heading = Buffer.from('b7a2c6b1c1f7cbaebac52ccafdb5e7c6b1bac5c2eb2cbfaac6b1c8d5c6da', 'hex');
    const rows = Buffer.from(`\r\nCGY-261123-0001,${NUMBER},2026-11-23\r\n`);
    expect(readResultsFile(Buffer.concat([heading, rows]))).toHaveLength(1);
  });

  it('is refused without the columns that every line needs, and when it is too long', () => {
    expect(codeOf(() => read('发票流水号,开票日期', 'A-1,2026-11-23'))).toBe('invoices.file_unreadable');
    expect(codeOf(() => read('"发票流水号', 'x'))).toBe('invoices.file_unreadable');
    const lines = Array.from({ length: mostInvoiceLines + 1 }, (_, index) => `A-${index},${NUMBER},2026-11-23`);
    expect(codeOf(() => read('发票流水号,数电票号码,开票日期', ...lines))).toBe('invoices.file_too_long');
  });
});
