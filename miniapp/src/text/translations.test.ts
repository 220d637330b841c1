import { setCurrentLanguage } from '../language/current-language';
import { PAPERS_TEXT } from '../subpackages/apply/texts-papers';
import { STAFF_TEXT } from '../subpackages/staff/text';
import { COMPONENT_TEXT } from './components';
import { MINE_TEXT } from './mine';
import { ORDER_TEXT } from './orders';
import { leavesOf, TEXT_FILES, tablesOf } from './testing/text-leaves';
import { WECHAT_TEXT } from './wechat';

/** Legal texts, and what is written to an applicant: in Chinese whatever the reader's language. */
const CHINESE_ONLY = ['SERVICE_TERMS', 'PRIVACY_POLICY', 'INTERFACES_SECTION', 'REJECT_REASONS', 'REFUSAL_REASONS'];
/** Chinese that English readers are meant to see: an example of a note, the name of the switch. */
const SAMPLES = /左上角反光，地址看不清|语言/g;

const marksIn = (text: string): string[] => [...new Set(text.match(/<\d>/g) ?? [])].sort();

describe.each(TEXT_FILES)('%s', (file) => {
  const tables = tablesOf(file).filter(([name]) => !CHINESE_ONLY.includes(name));
  const read = (language: 'zh' | 'en') => {
    setCurrentLanguage(language);
    const leaves = tables.flatMap(([name, table]) => leavesOf(table, name));
    setCurrentLanguage('zh');
    return leaves;
  };
  const english = new Map(read('en'));

  it('is complete in English, with the same parameters', () => {
    const wrong = read('zh').filter(([key, chinese]) => {
      const text = english.get(key);
      return chinese === null ? text !== null : !text || marksIn(text).join() !== marksIn(chinese ?? '').join();
    });
    expect(wrong).toEqual([]);
  });

  it('has no Chinese in its English', () => {
    const left = [...english].filter(([, text]) =>
      /[\p{Script=Han}，。：；（）、《》]/u.test((text ?? '').replace(SAMPLES, '')),
    );
    expect(left).toEqual([]);
  });
});

it('covers the main package and every sub-package', () => {
  const places = new Set(
    TEXT_FILES.map((file) =>
      file
        .split('/')
        .slice(0, 2)
        .join('/')
        .replace(/^text\/.*/, 'text'),
    ),
  );
  expect([...places].sort()).toEqual([
    'subpackages/account',
    'subpackages/apply',
    'subpackages/certificate',
    'subpackages/check',
    'subpackages/pay',
    'subpackages/staff',
    'text',
  ]);
});

it.each(['zh', 'en'] as const)('asks with words that WeChat takes, at most four characters (%s)', (language) => {
  setCurrentLanguage(language);
  const words = [
    COMPONENT_TEXT.thinkAgain,
    MINE_TEXT.signOutConfirm,
    ORDER_TEXT.deleteConfirm,
    WECHAT_TEXT.update.now,
    WECHAT_TEXT.update.later,
    WECHAT_TEXT.notSent.understood,
    PAPERS_TEXT.notRedone.goOn,
    PAPERS_TEXT.notRedone.stay,
    STAFF_TEXT.rejectYes,
  ];
  setCurrentLanguage('zh');
  expect(words.filter((word) => word.length > 4)).toEqual([]);
});
