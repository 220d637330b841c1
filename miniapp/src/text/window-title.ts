/**
 * WeChat centres a title of 17 pt in its bar and draws it on under the capsule. On the narrowest phone (320 pt) the capsule
 * begins 94 pt from the right edge: 2 × (160 − 94) pt, less some air on both sides, are seven Chinese characters.
 */
export const MOST_TITLE_EMS = 7;

/** Widths in ems, rather too wide than too narrow: the bar's fonts differ from phone to phone. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,'|!]/, 0.3],
  [/[ ftr-]/, 0.38],
  [/[mwMW]/, 0.9],
  [/[A-Z]/, 0.7],
  [/[\x20-\x7e]/, 0.58],
];

/** How wide a window title is drawn, in ems. */
export const titleEms = (title: string): number =>
  [...title].reduce((ems, letter) => ems + (WIDTHS.find(([kind]) => kind.test(letter))?.[1] ?? 1), 0);

export const fitsTitleBar = (title: string): boolean => titleEms(title) <= MOST_TITLE_EMS;

/** What a name can lose from its end, one after the other, and still be the name that people know. */
const ENDINGS =
  /(?:[（(][^）)]*[）)]|股份有限公司|有限责任公司|有限公司|公司|股份|集团|中心|服务|管理|认证|科技|技术|机构|平台)$/;
/** What is left must still name somebody. */
const LEAST_LETTERS = 4;

/**
 * The authority's name for the window title: whole words are left off its end until it fits, never a part of one. Null
 * when no such name is left: a name that is cut, or that lies under the capsule, is nobody's.
 */
export function shortAuthorityName(name: string): string | null {
  let short = name.trim();
  while (!fitsTitleBar(short)) {
    const shorter = short.replace(ENDINGS, '');
    if (shorter === short || [...shorter].length < LEAST_LETTERS) {
      return null;
    }
    short = shorter;
  }
  return short || null;
}
