import { resolveImport } from './resolve-import';

const files = new Set([
  'shared/src/index.ts',
  'shared/src/format/mask.ts',
  'bff/src/modules/orders/index.ts',
  'bff/src/ports/sms-sender.ts',
  'miniapp/src/platform/payment.weapp.ts',
  'miniapp/src/api/session.ts',
  'scripts/install/ensure-npm.mjs',
]);
const resolve = (specifier: string, from = 'bff/src/modules/auth/sign-in.ts') => resolveImport(from, specifier, files);

describe('where an import leads', () => {
  it.each([
    ['../orders', 'bff/src/modules/orders/index.ts'],
    ['../orders/index', 'bff/src/modules/orders/index.ts'],
    ['../../ports/sms-sender', 'bff/src/ports/sms-sender.ts'],
    ['../../ports/sms-sender.ts', 'bff/src/ports/sms-sender.ts'],
    ['./not-written-yet', 'bff/src/modules/auth/not-written-yet'],
    ['@acceptance/shared', 'shared/src/index.ts'],
    ['@acceptance/shared/src/format/mask', 'shared/src/format/mask.ts'],
  ])('%s is the file %s', (specifier, path) => {
    expect(resolve(specifier)).toEqual({ kind: 'file', path });
  });

  it('finds platform files, modules of scripts and the alias of the mini-program', () => {
    expect(resolve('../platform/payment', 'miniapp/src/features/pay.ts')).toEqual({
      kind: 'file',
      path: 'miniapp/src/platform/payment.weapp.ts',
    });
    expect(resolve('./ensure-npm.mjs', 'scripts/install/run-script.mjs')).toEqual({
      kind: 'file',
      path: 'scripts/install/ensure-npm.mjs',
    });
    expect(resolve('@/api/session', 'miniapp/src/pages/home/index.tsx')).toEqual({
      kind: 'file',
      path: 'miniapp/src/api/session.ts',
    });
  });

  it.each(['fs', 'node:fs', 'node:fs/promises', 'node:test'])('%s belongs to node', (specifier) => {
    expect(resolve(specifier)).toEqual({ kind: 'node', name: specifier.replace('node:', '') });
  });

  it.each([
    ['mongoose', 'mongoose'],
    ['koa-body/lib/types', 'koa-body'],
    ['@koa/router', '@koa/router'],
    ['@tarojs/components/dist/style.css', '@tarojs/components'],
  ])('%s is the package %s', (specifier, name) => {
    expect(resolve(specifier)).toEqual({ kind: 'package', name });
  });
});
