import * as v from 'valibot';
import { countCharacters } from '../format/characters';
import { hasPrivateUse, unifyHan } from '../format/unify-han';

export const HAN_NAME_LIMIT = 30;
/** Names on foreigners' cards: several given names in letters. */
export const LATIN_NAME_LIMIT = 60;

/**
 * Planes 2 and 3 are ideographs, also where Unicode has given them out after an engine was built: phones of 2019 do not know
 * Extensions G to J, and nobody's name is refused for the age of a phone.
 */
const HAN = '[\\p{Script=Han}\\u{20000}-\\u{2fffd}\\u{30000}-\\u{3fffd}]';
const HAN_NAME = new RegExp(`^${HAN}+(·${HAN}+)*$`, 'u');
const HAS_HAN = new RegExp(HAN, 'u');
const LATIN_NAME = /^\p{Script=Latin}(?:[\p{Script=Latin} .,'-]|[\u0300-\u036f])*$/u;
/** What keyboards produce for the middle dot (U+00B7) that cards print between the parts of a name. */
const DOTS = /[•‧∙⋅・･ㆍ⸱]/g;
/** The same as a full stop, which a name in letters has for itself ("A. Smith"). */
const STOPS = /[.．]/g;
/** They choose between drawings of one character, which names are not told apart by. */
const VARIATION_SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** A name as it is stored, printed and asked about, however it was typed. */
export function tidyName(typed: string): string {
  const unified = unifyHan(typed.replace(DOTS, '·').replace(VARIATION_SELECTORS, '')).normalize('NFKC').trim();
  return HAS_HAN.test(unified)
    ? unified.replace(STOPS, '·').replace(/ *· */g, '·')
    : unified.replace(/[’‘ʼ]/g, "'").replace(/ +/g, ' ');
}

export const isLatinName = (name: string): boolean => LATIN_NAME.test(name);

/** The way out is the check by staff, who see how the character looks. */
const PRIVATE_USE =
  '姓名里有无法识别的字（可能显示成方框）。请用最相近的字代替；实名认证时可以说明这个字，由工作人员对照证件处理';

/**
 * Name as on an identity document: Han characters, one is enough, with `·` between the parts of minority names; or letters,
 * as foreigners' cards have. Which of them a document takes: `identity-document.ts`. Whether the contract's font has every
 * character is the server's check.
 */
export const personNameSchema = v.pipe(
  v.string('请输入姓名'),
  v.transform(tidyName),
  v.check((name) => !hasPrivateUse(name), PRIVATE_USE),
  v.check((name) => HAN_NAME.test(name) || isLatinName(name), '姓名请与证件一致：汉字和中间的“·”，或者外文字母'),
  v.check((name) => isLatinName(name) || countCharacters(name) <= HAN_NAME_LIMIT, `姓名最多 ${HAN_NAME_LIMIT} 个字`),
  v.check(
    (name) => !isLatinName(name) || countCharacters(name) <= LATIN_NAME_LIMIT,
    `外文姓名最多 ${LATIN_NAME_LIMIT} 个字母`,
  ),
);
