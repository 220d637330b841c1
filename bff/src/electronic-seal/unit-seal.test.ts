import { createHash } from 'node:crypto';
import { readPainted } from './testing/painted-seal';
import { sampleNameOf, sampleSealText } from './testing/sample-names';
import { makeUnitSeal, missingSealGlyphs } from './unit-seal';

test('a seal is 40 mm of outlines, and the same at 600 dpi on a transparent ground', async () => {
  const { svg, png, width, height } = await makeUnitSeal(sampleSealText);

  expect({ width, height }).toEqual({ width: 40, height: 40 });
  expect(svg).toContain('width="40mm" height="40mm" viewBox="-20 -20 40 40"');
  expect(svg).not.toMatch(/<(?:text|image|style|script|use|font)|href|NaN|undefined/);
  const painted = readPainted(png);
  expect([painted.width, painted.height]).toEqual([945, 945]);
  expect(painted.opacityAt(0, 0)).toBe(0);
  expect(painted.colours).toEqual(['#c8102e']);
  // pHYs: 23622 dots a metre are 600 an inch
  expect(png.subarray(33, 54).toString('hex')).toMatch(/^0000000970485973(00005c46){2}01/);
});

test('the ring is closed, the star stands in the middle, and between name and ring there is air', async () => {
  const painted = readPainted((await makeUnitSeal(sampleSealText)).png);

  expect(painted.inkBetween(0.945, 0.995)).toBe(1);
  expect(painted.inkBetween(0, 0.12)).toBe(1);
  expect(painted.inkBetween(0.91, 0.935)).toBe(0);
});

test.each([1, 4, 25, 36, 40, 60])('a name of %i characters touches neither ring nor star', async (length) => {
  const { png } = await makeUnitSeal({ ...sampleSealText, name: sampleNameOf(length) });

  const painted = readPainted(png);
  expect(painted.inkBetween(0.91, 0.935)).toBe(0);
  expect(painted.inkBetween(0.355, 0.42)).toBe(0);
});

test.each([
  ['brackets, digits, Latin letters, a space and a middle dot', '3M中国·EPSON 2000（上海）科技有限公司'],
  ['rare characters', '示例市𬭎𫖮䶮㛃𠀀金属制品有限公司'],
])('%s are drawn', async (_what, name) => {
  const plain = readPainted((await makeUnitSeal({ ...sampleSealText, name: '一' })).png).inkBetween(0.6, 0.9);
  const painted = readPainted((await makeUnitSeal({ ...sampleSealText, name })).png);

  expect(painted.inkBetween(0.6, 0.9)).toBeGreaterThan(plain * 2);
});

test('rare characters, which have one weight, are made bolder', async () => {
  const { svg } = await makeUnitSeal({ ...sampleSealText, name: '示例市𠀀有限公司' });

  // The ring is the other stroke.
  expect(svg.match(/stroke-width="[\d.]+"/g)).toEqual(['stroke-width="1.2"', 'stroke-width="0.147"']);
});

test('the same text gives the same picture, another code another', async () => {
  const hashOf = async (code: string) => {
    const { svg, png } = await makeUnitSeal({ ...sampleSealText, code });
    return createHash('sha256').update(svg).update(png).digest('hex');
  };

  expect(await hashOf('3501000123456')).toBe(await hashOf('3501000123456'));
  expect(await hashOf('3501000123457')).not.toBe(await hashOf('3501000123456'));
});

test.each([
  ['no name', { name: '' }, 'name_empty'],
  ['a name with space around it', { name: ' 蓝天商行' }, 'name_empty'],
  ['a name that cannot be read any more', { name: '示'.repeat(71) }, 'name_too_long'],
  ['no purpose', { purpose: '' }, 'purpose_unfit'],
  ['a purpose like a sentence', { purpose: '章'.repeat(15) }, 'purpose_unfit'],
  ['a short code', { code: '350100012345' }, 'code_unfit'],
  ['a code with a letter', { code: '350100012345X' }, 'code_unfit'],
])('refuses %s', async (_what, change, code) => {
  await expect(makeUnitSeal({ ...sampleSealText, ...change })).rejects.toMatchObject({ code });
});

test('a character that no font draws is named, and not drawn as a box', async () => {
  const name = '示例市\u{33479}有限公司';

  await expect(makeUnitSeal({ ...sampleSealText, name })).rejects.toMatchObject({
    code: 'missing_glyph',
    characters: ['\u{33479}'],
  });
  expect(missingSealGlyphs(name)).toEqual(['\u{33479}']);
  expect(missingSealGlyphs(sampleSealText.name)).toEqual([]);
});
