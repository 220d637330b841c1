import { strToU8, zipSync } from 'fflate';
import type { SheetReading } from '../../ports/sheet-reader';
import { createSheetReader } from './create-sheet-reader';
import { type CellToWrite, workbookOf, workbookWith } from './testing/workbook';

const MOST_ROWS = 5000;
const reader = createSheetReader();
afterAll(() => reader.close());

const read = (bytes: Uint8Array): Promise<SheetReading> => reader.read(bytes, MOST_ROWS);
async function cellsOf(cells: readonly CellToWrite[]) {
  const found = await read(workbookOf([cells]));
  return 'rows' in found ? found.rows[0]?.cells : found;
}

describe('a workbook', () => {
  it('is its first sheet, with the lines that the spreadsheet counts and without those that are empty', async () => {
    const rows = [['账户明细'], [], ['交易日', '贷方金额'], [null, ' '], ['20261123', 260]];
    expect(await read(workbookOf(rows))).toEqual({
      rows: [
        { line: 1, cells: ['账户明细', ''] },
        { line: 3, cells: ['交易日', '贷方金额'] },
        { line: 5, cells: ['20261123', '260'] },
      ],
    });
  });

  it('has the numbers that a person sees, however they are stored', async () => {
    const stored = ['259.99000000000001', '0.30000000000000004', '1.234', '26000', '-5', '1E2', '123456789012345'];
    const cells = stored.map((one) => ({ stored: one, style: 'accounting' as const }));
    expect(await cellsOf(cells)).toEqual(['259.99', '0.3', '1.234', '26000', '-5', '100', '123456789012345']);
    expect(await cellsOf([{ stored: '20261123000123456' }, { stored: '2.0261123000123456E16' }])).toEqual([
      '2.0261123000123456E+16',
      '2.0261123000123456E+16',
    ]);
  });

  it('has days and moments, to the second', async () => {
    expect(
      await cellsOf([
        { stored: '46349', style: 'day' },
        { stored: '46349.385439814817', style: 'moment' },
        { stored: '46349.999999999', style: 'moment' },
        { stored: '46349', style: 'money' },
      ]),
    ).toEqual(['2026-11-23', '2026-11-23 09:15:02', '2026-11-24', '46349']);
  });

  it('has what formulas came to when it was saved', async () => {
    expect(await cellsOf([{ formula: 'A2&"<&"', shows: 'K7M3X9QT <&' }, '=1+1'])).toEqual(['K7M3X9QT <&', '=1+1']);
  });
});

describe('what is refused', () => {
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const locked = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]);
  const whole = workbookOf([['一']]);
  it.each([
    ['one of Excel 97', old, 'old-format'],
    ['one with a password', locked, 'protected'],
    ['one that is cut off', whole.subarray(0, whole.length / 2), 'damaged'],
    ['an archive of something else', zipSync({ 'a.txt': strToU8('a') }), 'damaged'],
    ['one without sense', workbookWith('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), 'damaged'],
    ['no archive', Buffer.from('PK\u0003\u0004 and then nothing'), 'damaged'],
  ] as const)('%s', async (_what, bytes, refused) => {
    expect(await read(bytes)).toEqual({ refused });
  });

  it.each([
    ['one that is a thousand times as large unpacked', workbookWith(`<row r="1"/>${' '.repeat(40_000_000)}`)],
    ['one with a cell at the far end', workbookWith('<row r="1"><c r="XFD1"><v>1</v></c></row>')],
    ['one with a row at the far end', workbookWith('<row r="1048576"><c r="A1048576"><v>1</v></c></row>')],
    ['one with too many parts', zipSync(Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${i}`, whole])))],
    ['one with too many rows', workbookOf(Array.from({ length: MOST_ROWS + 1 }, () => ['一']))],
  ])('%s', async (_what, bytes) => {
    expect(await read(bytes)).toEqual({ refused: 'too-large' });
  });

  it('one that lies about its size', async () => {
    const bytes = Buffer.from(workbookWith(`<row r="1"/>${' '.repeat(40_000_000)}`));
    // Its size unpacked stands 22 bytes before its name in the directory at the end of the archive.
    bytes.writeUInt32LE(1000, bytes.lastIndexOf('xl/worksheets/sheet1.xml') - 22);
    expect(await read(bytes)).toEqual({ refused: 'damaged' });
  });

  it('waits its turn, and says so when too many come at once', async () => {
    const all = await Promise.all(Array.from({ length: 12 }, () => read(whole)));
    expect(all.filter((one) => 'rows' in one)).toHaveLength(9);
    expect(all.filter((one) => 'refused' in one && one.refused === 'busy')).toHaveLength(3);
  });
});

it('five thousand rows leave others their turn', async () => {
  const rows = Array.from({ length: MOST_ROWS }, (_, index) =>
    Array.from({ length: 13 }, (_one, at) => `${index}-${at}`),
  );
  const bytes = workbookOf(rows);
  let turns = 0;
  const others = setInterval(() => {
    turns += 1;
  }, 0);
  const found = await read(bytes).finally(() => clearInterval(others));
  expect('rows' in found && found.rows.length).toBe(MOST_ROWS);
  expect(turns).toBeGreaterThan(3);
});
