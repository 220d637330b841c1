import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareInk } from '../../bff/src/contract-pdf';
import { makeSignatureSeal, makeUnitSeal, type SealPicture, sealCode } from '../../bff/src/electronic-seal';
import { drawSampleSignature } from './draw-sample-signature';

const longName =
  '示例省启明市蓝天白云数字化智能装备制造与新能源综合开发利用工程技术研究院有限责任公司华东分公司江南第二项目经理部综合办公室财务管理中心';

/** What seals must be looked at for: short, usual and long names, brackets, Latin letters and digits, rare characters. */
const names = [
  '清源大学',
  '示例市蓝天商行',
  '示例市蓝天办公用品有限公司',
  '启明数字证书认证（演示）有限公司',
  '示例州买买提·阿不都热依木个体商店',
  'ABB（中国）有限公司',
  '3M中国·EPSON 2000（上海）科技发展有限公司',
  '示例市𬭎𫖮䶮㛃𠀀金属制品有限公司',
  ...[25, 36, 40, 50, 60, 70].map((length) => Array.from(longName.repeat(2)).slice(0, length).join('')),
];

const columns = 4;
/** Millimetres from one seal to the next. */
const step = 43;

/** `npx tsx scripts/trial-ca/make-sample-seals.ts <folder>`: a PNG and an SVG of each, and `sheet.svg` with all. */
async function main(): Promise<void> {
  const [folder = 'sample-seals'] = process.argv.slice(2);
  await mkdir(folder, { recursive: true });
  const seals: SealPicture[] = [];
  for (const [index, name] of names.entries()) {
    seals.push(await makeUnitSeal({ name, purpose: '电子签章专用章', code: sealCode('350100', index + 1) }));
  }
  seals.push(await makeSignatureSeal(await prepareInk(drawSampleSignature())));
  for (const [index, { svg, png }] of seals.entries()) {
    const file = join(folder, `seal-${String(index + 1).padStart(2, '0')}`);
    await writeFile(`${file}.svg`, svg);
    await writeFile(`${file}.png`, png);
  }
  await writeFile(join(folder, 'sheet.svg'), sheetOf(seals));
  console.log(`${folder}: ${seals.length} seals, sheet.svg shows them all`);
}

function sheetOf(seals: readonly SealPicture[]): string {
  const [width, height] = [columns * step, Math.ceil(seals.length / columns) * step];
  const placed = seals.map(({ svg }, index) => {
    const [x, y] = [(index % columns) * step + 1.5, Math.floor(index / columns) * step + 1.5];
    // Inside another drawing sizes are in its units, which are millimetres.
    return svg.replace('<svg ', `<svg x="${x}" y="${y}" `).replace(/(width|height)="([\d.]+)mm"/g, '$1="$2"');
  });
  const box = `width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${box}><path fill="#fff" d="M0 0H${width}V${height}H0Z"/>${placed.join('')}</svg>`;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
