/**
 * Unified ideographs of U+2E80–2EF3 (CJK Radicals Supplement), in this order; □ where Unicode names none (U+2E80 and the
 * unassigned U+2E9A). From EquivalentUnifiedIdeograph.txt of the Unicode Character Database, version 14.0; no compatibility
 * decomposition says this.
 */
const SUPPLEMENT = Array.from(
  '□厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵□旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋' +
    '耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟',
);
const FIRST = 0x2e80;

const ideographOf = (radical: string): string => {
  const found = SUPPLEMENT[radical.charCodeAt(0) - FIRST];
  return found && found !== '□' ? found : radical;
};

/** Radicals (⽅ ⻢) and compatibility ideographs look like 方 and 马 on a screen and are other characters: none but the unified ones is kept. */
export const unifyHan = (text: string): string =>
  text
    .replace(/[\u2e80-\u2ef3]/g, ideographOf)
    .replace(/[\u2f00-\u2fd5\uf900-\ufad9\u{2f800}-\u{2fa1d}]/gu, (one) => one.normalize('NFKC'));

/** Characters that somebody made up (Unicode Co): each font draws another one, or an empty box. */
export const hasPrivateUse = (text: string): boolean => /\p{Co}/u.test(text);
