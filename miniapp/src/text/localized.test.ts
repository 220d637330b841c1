import { setCurrentLanguage } from '../language/current-language';
import { localized } from './localized';

const TEXT = localized({
  zh: {
    title: '登录',
    wait: (seconds: number) => `${seconds} 秒`,
    group: { hint: '提示' },
    list: ['一', '二'],
    none: null,
  },
  en: {
    title: 'Sign in',
    wait: (seconds: number) => `${seconds} s`,
    group: { hint: 'Hint' },
    list: ['one', 'two'],
    none: null,
  },
});

afterEach(() => setCurrentLanguage('zh'));

describe('localised texts', () => {
  it('are read in the language of the moment, in groups too', () => {
    const { group } = TEXT;
    const read = () => [TEXT.title, TEXT.wait(3), group.hint, TEXT.list.join(), TEXT.none];
    expect(read()).toEqual(['登录', '3 秒', '提示', '一,二', null]);
    setCurrentLanguage('en');
    expect(read()).toEqual(['Sign in', '3 s', 'Hint', 'one,two', null]);
  });

  it('can be listed', () => {
    setCurrentLanguage('en');
    expect(Object.keys(TEXT)).toEqual(['title', 'wait', 'group', 'list', 'none']);
    expect({ ...TEXT.group }).toEqual({ hint: 'Hint' });
  });
});
