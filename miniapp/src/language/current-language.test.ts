import { currentLanguage, isLanguage, onLanguageChange, setCurrentLanguage } from './current-language';

afterEach(() => setCurrentLanguage('zh'));

describe('the language', () => {
  it('is Chinese until another one is set, and tells of every change once', () => {
    const heard: string[] = [];
    const end = onLanguageChange((language) => heard.push(language));
    expect(currentLanguage()).toBe('zh');
    setCurrentLanguage('en');
    setCurrentLanguage('en');
    expect(currentLanguage()).toBe('en');
    end();
    setCurrentLanguage('zh');
    expect(heard).toEqual(['en']);
  });

  it('is one of two', () => {
    expect(['zh', 'en', 'fr', null, undefined].map(isLanguage)).toEqual([true, true, false, false, false]);
  });
});
