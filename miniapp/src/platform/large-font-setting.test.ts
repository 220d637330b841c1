import { isLargeFontSetting } from './large-font-setting';

describe("WeChat's font size", () => {
  it.each([16, 17, 18, 18.5, undefined, '20', Number.NaN])('%s keeps the normal letters', (size) => {
    expect(isLargeFontSetting(size)).toBe(false);
  });

  it.each([19, 19.5, 20, 23.8, 29.75])('%s asks for large ones', (size) => {
    expect(isLargeFontSetting(size)).toBe(true);
  });
});
