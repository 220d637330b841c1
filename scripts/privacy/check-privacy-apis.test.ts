import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { comparePrivacyTable, type PrivacyTable, privacyTableSchema } from './compare-privacy-table';
import { findPrivacyUses } from './find-privacy-uses';

const script = (text: string, path = 'pages/home/index.js') => ({ path, text });
const apisOf = (...files: { path: string; text: string }[]) => findPrivacyUses(files).map(({ api }) => api);

describe('privacy-relevant interfaces in a bundle', () => {
  it.each([
    ['n().chooseMedia({count:1})', 'chooseMedia'],
    ['null===(e=wx.getLocation)||e.call(wx)', 'getLocation'],
    ['wx["setClipboardData"]({data:1})', 'setClipboardData'],
    ['jsx(B,{openType:"getPhoneNumber",x:1})', 'button.getPhoneNumber'],
    ['jsx(B,{openType:"getPhoneNumber|agreePrivacyAuthorization"})', 'button.getPhoneNumber'],
    ['jsx(B,{"open-type":"chooseAvatar"})', 'button.chooseAvatar'],
    ['jsx(I,{type:"nickname"})', 'input.nickname'],
    ['t.authorize({scope:"scope.record"})', 'authorize.record'],
  ])('%s is found', (text, api) => {
    expect(apisOf(script(text))).toEqual([api]);
  });

  it('components are found in the templates', () => {
    expect(apisOf({ path: 'base.wxml', text: '<template><camera mode="{{i.p1}}"></camera></template>' })).toEqual([
      '<camera>',
    ]);
    expect(apisOf({ path: 'base.wxml', text: '<button open-type="getUserInfo"/>' })).toEqual(['button.getUserInfo']);
  });

  it.each([
    'new Set(["chooseMedia","getLocation"])',
    'n().chooseMediaLater()',
    'e.authSetting["scope.camera"]',
    'jsx(B,{openType:"agreePrivacyAuthorization"})',
    'wx.getImageInfo({src:e})',
  ])('%s is none', (text) => {
    expect(apisOf(script(text))).toEqual([]);
  });

  it('are named once, with the first file that uses them', () => {
    const text = 'a.chooseMedia();b.chooseMedia()';
    expect(findPrivacyUses([script(text, 'subpackages/apply/a.js'), script(text, 'pages/b.js')])).toEqual([
      { privacyKey: 'Album', api: 'chooseMedia', file: 'subpackages/apply/a.js' },
    ]);
  });
});

describe('the table of privacy-relevant interfaces', () => {
  const table: PrivacyTable = {
    interfaces: [{ privacyKey: 'Album', information: '照片', apis: ['chooseMedia'], purpose: '核验身份' }],
    typedIn: [],
  };
  const used = findPrivacyUses([script('a.chooseMedia()')]);

  it('is right when it names what is used', () => {
    expect(comparePrivacyTable(table, used)).toEqual([]);
  });

  it('lacks what is used and not named', () => {
    const more = findPrivacyUses([script('a.chooseMedia();a.getClipboardData()')]);
    expect(comparePrivacyTable(table, more)).toEqual([
      'getClipboardData (Clipboard) is used in pages/home/index.js and not in the table',
    ]);
  });

  it('must not name what is not used, nor under the wrong key', () => {
    expect(comparePrivacyTable(table, [])).toEqual(['chooseMedia (Album) is in the table and not used']);
    const wrongKey = { ...table, interfaces: [{ ...table.interfaces[0]!, privacyKey: 'Photos' }] };
    expect(comparePrivacyTable(wrongKey, used)).toEqual([
      'Photos: no privacy_key that WeChat knows',
      'chooseMedia (Album) is used in pages/home/index.js and not in the table',
      'chooseMedia (Photos) is in the table and not used',
    ]);
  });

  it('has a purpose in Chinese for every entry, here and in the product', () => {
    const english = { ...table, interfaces: [{ ...table.interfaces[0]!, purpose: 'identity' }] };
    expect(v.is(privacyTableSchema, english)).toBe(false);
    const file = resolve(__dirname, '../../miniapp/src/platform/privacy-apis.json');
    expect(v.is(privacyTableSchema, JSON.parse(readFileSync(file, 'utf8')))).toBe(true);
  });
});
