import { setCurrentLanguage } from '../language/current-language';
import { PAGE_TITLES } from './page-titles';
import { fitsTitleBar, shortAuthorityName, titleEms } from './window-title';

describe('a window title', () => {
  afterEach(() => setCurrentLanguage('zh'));

  it.each(['zh', 'en'] as const)('of every page fits beside the capsule of the narrowest phone, in %s', (language) => {
    setCurrentLanguage(language);
    const titles = Object.values(PAGE_TITLES);
    expect(titles.length).toBeGreaterThan(70);
    expect(titles.filter((title) => !fitsTitleBar(title))).toEqual([]);
  });

  it('is measured in ems: a Chinese character is one, a Latin letter about half of one', () => {
    expect(titleEms('合同验真')).toBe(4);
    expect(titleEms('WWW')).toBeGreaterThan(titleEms('ill'));
    expect(fitsTitleBar('服务协议与隐私政策')).toBe(false);
  });
});

describe('the authority’s name in the window title', () => {
  it.each([
    ['上海市数字证书认证中心有限公司', '上海市数字证书'],
    ['江苏省电子商务服务中心有限责任公司', '江苏省电子商务'],
    ['北京数字认证股份有限公司', '北京数字认证'],
    ['启明数字证书认证（演示）有限公司', '启明数字证书'],
    ['中金金融认证中心', '中金金融认证'],
    ['天威诚信', '天威诚信'],
  ])('is %s without its last words: %s', (name, short) => {
    expect(shortAuthorityName(name)).toBe(short);
    expect(fitsTitleBar(short)).toBe(true);
  });

  it.each(['黔东南苗族侗族自治州信用数据联合会', ''])('is none when nothing fits: %p', (name) => {
    expect(shortAuthorityName(name)).toBeNull();
  });
});
