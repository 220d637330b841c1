import { AppError, MOST_STATEMENT_LINES, type StatementBank } from '@acceptance/shared';
import { createSheetReader } from '../../adapters/sheet-reader/create-sheet-reader';
import { type CellToWrite, workbookOf, workbookWith } from '../../adapters/sheet-reader/testing/workbook';
import { readStatement } from './read-statement';
import { columnsOf, STATEMENT_LAYOUTS } from './statement-layouts';
import { dayOf, fenOf } from './statement-line';
import { statementRows } from './statement-rows';

const sheetReader = createSheetReader();
afterAll(() => sheetReader.close());

/** As online banking exports them: lines above the heading, thousands' commas, guards against spreadsheets. */
const ICBC = `账户明细,,,,,,,,,,,,
[HISTORYDETAIL],,,,,,,,,,,,
凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位,余额,个性化信息
000000001	,0200000011112222	,6222000011112222	,2026-11-23 09:15:02,贷,,"26,000.00",102,汇款,K7M3X9QT,示例医药（集团）有限公司,"126,000.00",
000000002	,0200000011112222	,6222000011113333	,2026-11-23 09:20:11,借,"1,200.00",,102,货款,,供应商,"124,800.00",
`;
const CCB = `账号,账户名称,交易时间,借方发生额（支取）,贷方发生额（收入）,余额,币种,对方户名,对方账号,对方开户机构,记账日期,摘要,备注,账户明细编号-交易流水号,企业流水号,凭证种类,凭证号
1500,示例机构,20261123 09:15:02,0.00,195.00,195.00,人民币元,示例商贸有限公司,1500222233334444,建行,20261123,电子汇入,证书费,1023-1500000000012,,,
`;
const CMB = `交易日,交易时间,起息日,交易类型,借方金额,贷方金额,余额,摘要,流水号,流程实例号,业务名称,用途,业务参考号,业务摘要,其它摘要,收(付)方名称,收(付)方帐号
2026/11/23,091502,2026/11/23,网银,,260,260.00,转账,G1234500001,,,证书,,,,王小明,6225880011112222
2026/11/23,091602,2026/11/23,网银,,abc,260.00,转账,G1234500002,,,证书,,,,王小明,6225880011112222
2026/13/23,091602,2026/11/23,网银,,1,260.00,转账,G1234500003,,,证书,,,,王小明,6225880011112222
2026/11/23,091602,2026/11/23,网银,,1,260.00,转账,,,,证书,,,,王小明,6225880011112222
`;

/** Two-byte characters of GBK by what they decode to; Node decodes it and has no encoder. */
function inGbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytesOf = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      bytesOf.set(decoder.decode(Uint8Array.from([high, low])), [high, low]);
    }
  }
  return Buffer.from([...text].flatMap((character) => bytesOf.get(character) ?? [character.charCodeAt(0)]));
}

async function read(text: string | Uint8Array, bank: StatementBank) {
  const lines: unknown[] = [];
  const rows = statementRows(sheetReader, Buffer.from(text));
  for await (const { line, read: found } of readStatement(rows, (cells) => columnsOf(STATEMENT_LAYOUTS[bank], cells))) {
    lines.push({ line, ...found });
  }
  return lines;
}
const refusalOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

describe('a statement', () => {
  it('of ICBC without numbers is named by time, voucher and balance', async () => {
    expect(await read(ICBC, 'icbc')).toEqual([
      {
        line: 4,
        entry: {
          reference: '20261123091502-000000001-12600000',
          bookedOn: '2026-11-23',
          amountFen: 2_600_000,
          payerName: '示例医药(集团)有限公司',
          payerAccount: '6222000011112222',
          remark: '汇款 K7M3X9QT',
        },
      },
      { line: 5, passedOver: true },
    ]);
  });

  it('of CCB is read by its headings, in GBK too', async () => {
    const entry = {
      reference: '1023-1500000000012',
      bookedOn: '2026-11-23',
      amountFen: 19_500,
      payerName: '示例商贸有限公司',
      payerAccount: '1500222233334444',
      remark: '电子汇入 证书费',
    };
    expect(await read(CCB, 'ccb')).toEqual([{ line: 2, entry }]);
    expect(await read(`\ufeff${CCB}`, 'ccb')).toEqual([{ line: 2, entry }]);
    expect(await read(inGbk(CCB), 'ccb')).toEqual([{ line: 2, entry }]);
  });

  it('of CMB says of each line that cannot be read why', async () => {
    expect(await read(CMB, 'cmb')).toEqual([
      { line: 2, entry: expect.objectContaining({ reference: 'G1234500001', amountFen: 26_000, payerName: '王小明' }) },
      { line: 3, problem: 'amount' },
      { line: 4, problem: 'day' },
      { line: 5, problem: 'reference' },
    ]);
  });

  it.each([
    ['another bank', CCB, 'cmb', 'bank_transfers.statement_unreadable'],
    ['nothing', '', 'icbc', 'bank_transfers.statement_unreadable'],
    ['no table', '\u0000'.repeat(50_000), 'icbc', 'bank_transfers.statement_unreadable'],
    ['a picture', '\u00ff\u00d8\u00ff'.repeat(1000), 'ccb', 'bank_transfers.statement_unreadable'],
    ['too many bytes', 'a'.repeat(4_000_000), 'icbc', 'bank_transfers.statement_too_long'],
  ] as const)('that is %s is refused', async (_what, text, bank, code) => {
    expect(await refusalOf(read(text, bank))).toBe(code);
  });

  it('may have so many lines and not one more, and leaves others their turn', async () => {
    const [heading = '', line = ''] = CMB.split('\n');
    const lines = (many: number) =>
      `${heading}\n${Array.from({ length: many }, (_, index) => line.replace('00001', `${index}`)).join('\n')}\n`;
    let turns = 0;
    const others = setInterval(() => {
      turns += 1;
    }, 0);
    expect(await read(lines(MOST_STATEMENT_LINES), 'cmb')).toHaveLength(MOST_STATEMENT_LINES);
    clearInterval(others);
    expect(turns).toBeGreaterThan(3);
    expect(await refusalOf(read(lines(MOST_STATEMENT_LINES + 1), 'cmb'))).toBe('bank_transfers.statement_too_long');
  });
});

/** The same of a statement: text as text, amounts and moments as spreadsheets store them. */
const ICBC_SHEET: readonly (readonly CellToWrite[])[] = [
  ['[HISTORYDETAIL]'],
  [],
  (ICBC.split('\n')[2] ?? '').split(','),
  [
    '000000001',
    '0200000011112222',
    '6222000011112222',
    { stored: '46349.385439814817', style: 'moment' },
    '贷',
    null,
    { stored: '26000', style: 'accounting' },
    '102',
    '汇款',
    { formula: 'UPPER("k7m3x9qt")', shows: 'K7M3X9QT' },
    '示例医药（集团）有限公司',
    { stored: '126000', style: 'money' },
  ],
];

describe('a workbook', () => {
  it('is read as the same statement in CSV, entry by entry, so that it is not booked twice', async () => {
    const [entry] = await read(ICBC, 'icbc');
    const [same, ...others] = await read(workbookOf(ICBC_SHEET), 'icbc');
    expect(same).toEqual({ ...(entry as object), line: 4 });
    expect(others).toEqual([]);
  });

  it('may hold days as numbers and amounts with the noise of their storage, but no number that was rounded', async () => {
    const heading = ['交易日', '贷方金额', '流水号', '收(付)方名称'];
    const sheet = workbookOf([
      heading,
      [46349, { stored: '259.99000000000001' }, 'G1234500001', '王小明'],
      [46349, { stored: '259.994' }, 'G1234500002', '王小明'],
      [46349, 260, { stored: '20261123000123456' }, '王小明'],
    ]);
    expect(await read(sheet, 'cmb')).toEqual([
      { line: 2, entry: expect.objectContaining({ bookedOn: '2026-11-23', amountFen: 25_999 }) },
      { line: 3, problem: 'amount' },
      { line: 4, problem: 'rounded' },
    ]);
    const asCsv = `${heading.join()}\n20261123,260,2.02611E+16,王小明\n`;
    expect(await read(asCsv, 'cmb')).toEqual([{ line: 2, problem: 'rounded' }]);
  });

  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  it.each([
    ['of Excel 97', old, 'bank_transfers.statement_old_format'],
    [
      'with a password',
      Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')]),
      'bank_transfers.statement_protected',
    ],
    ['that is cut off', workbookOf(ICBC_SHEET).subarray(0, 500), 'bank_transfers.statement_damaged'],
    ['that unpacks to far more', workbookWith(' '.repeat(40_000_000)), 'bank_transfers.statement_too_long'],
    ['of another bank', workbookOf([CMB.split('\n')[0]?.split(',') ?? []]), 'bank_transfers.statement_unreadable'],
  ] as const)('%s is refused', async (_what, bytes, code) => {
    expect(await refusalOf(read(bytes, 'icbc'))).toBe(code);
  });
});

describe('an amount', () => {
  it.each([
    ['260', 26_000],
    ['260.5', 26_050],
    ['1,234,567.89', 123_456_789],
    ['¥0.29', 29],
    ['9999999.99', 999_999_999],
  ])('%s is %d fen', (text, fen) => {
    expect(fenOf(text)).toBe(fen);
  });

  it.each(['', '1.234', '12,34', '1e3', '-5', '1 000', '99999999999', '0x10', '１２'])('%s is none', (text) => {
    expect(fenOf(text)).toBeNull();
  });
});

describe('a day', () => {
  it.each([
    '2026-11-23',
    '20261123',
    '2026/11/23 09:15',
    '2026年11月23日',
    '20261123 091502',
    '20261123091502',
    '46349.385',
  ])('%s is one', (text) => {
    expect(dayOf(text)).toBe('2026-11-23');
  });

  it.each(['', '23.11.2026', '2026-02-30', '2026-13-01', '昨天'])('%s is none', (text) => {
    expect(dayOf(text)).toBeNull();
  });
});
