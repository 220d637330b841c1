import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import { MINIMUM } from './minimum';

const TEXT = readFileSync(join(__dirname, '../../miniapp/config/old-phone.js'), 'utf8').replace(
  '__MINIMUM_LIBRARY__',
  MINIMUM.library,
);

interface Modal {
  readonly title: string;
  readonly confirmText: string;
  success?(): void;
}

/** A phone whose library has this version; `methods` are those of its `wx` besides the dialog. */
function open(SDKVersion: string, methods: (calls: string[]) => object, BigIntOfPhone: unknown = BigInt) {
  const modals: Modal[] = [];
  const calls: string[] = [];
  const shown: (() => void)[] = [];
  const wx = {
    getSystemInfoSync: () => ({ SDKVersion }),
    showModal: (modal: Modal) => modals.push(modal),
    onAppShow: (listener: () => void) => shown.push(listener),
    ...methods(calls),
  };
  const context = createContext({ wx });
  runInContext('delete globalThis.BigInt', context);
  if (BigIntOfPhone) runInContext('globalThis.BigInt = function () {}', context);
  runInContext(TEXT, context);
  return { modals, calls, shown };
}
const recent = (SDKVersion: string) => () => ({ getAppBaseInfo: () => ({ SDKVersion }) });

describe('the check before all other code', () => {
  it('is ES5, which every phone reads', () => {
    expect(() => parse(TEXT, { ecmaVersion: 5, sourceType: 'script' })).not.toThrow();
  });

  it.each([MINIMUM.library, '2.33.0', '2.100.1', '3.0.0', '3.8.12'])('says nothing on library %s', (version) => {
    expect(open(version, recent(version)).modals).toEqual([]);
  });

  it.each(['2.32.2', '2.9.5', '2.20.2', '1.9.0', ''])('asks for a newer WeChat on library “%s”', (version) => {
    expect(open(version, () => ({})).modals).toMatchObject([{ title: '请更新微信', confirmText: '知道了' }]);
  });

  it('opens WeChat’s own update where the library can, and asks again when the person comes back as before', () => {
    const { modals, calls, shown } = open('2.20.2', (made) => ({
      getAppBaseInfo: () => ({ SDKVersion: '2.20.2' }),
      updateWeChatApp: () => made.push('updateWeChatApp'),
    }));
    expect(modals[0]?.confirmText).toBe('去更新');
    modals[0]?.success?.();
    expect(calls).toEqual(['updateWeChatApp']);
    shown[0]?.();
    expect(modals).toHaveLength(1);
    shown[0]?.();
    expect(modals).toHaveLength(2);
  });

  it('asks for a newer system where the engine lacks what the certificates need', () => {
    expect(open('3.0.0', recent('3.0.0'), null).modals).toMatchObject([{ title: '请更新手机系统' }]);
  });
});
