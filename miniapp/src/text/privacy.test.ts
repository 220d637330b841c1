import { setCurrentLanguage } from '../language/current-language';
import { PRIVACY_TABLE } from '../platform/privacy-apis';
import { privacyUse } from './privacy';

afterEach(() => setCurrentLanguage('zh'));

describe('what an interface of WeChat is used for', () => {
  it.each(PRIVACY_TABLE.interfaces)('$privacyKey is told in both languages', (declared) => {
    expect(privacyUse(declared)).toMatchObject({ information: declared.information, purpose: declared.purpose });
    setCurrentLanguage('en');
    const { information, purpose } = privacyUse(declared);
    expect(`${information} ${purpose}`).not.toMatch(/\p{Script=Han}/u);
  });
});
