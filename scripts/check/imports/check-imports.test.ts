import { describeViolation } from '../violation';
import { checkImports } from './check-imports';

const INSTALLED = [
  ...[
    'valibot',
    'koa',
    'mongoose',
    'pdf-lib',
    'bson',
    'dayjs',
    'wechatpay-axios-plugin',
    'tencentcloud-sdk-nodejs-common',
  ],
  ...['@tarojs/cli', '@tarojs/components', '@tarojs/taro'],
];

/** A small project that keeps all rules; each test plants one file into it. */
const SOUND: Record<string, string> = {
  'package.json': JSON.stringify({ devDependencies: Object.fromEntries(INSTALLED.map((name) => [name, '1.0.0'])) }),
  'shared/src/index.ts': `export * from './format/mask';`,
  'shared/src/format/mask.ts': `import * as v from 'valibot';`,
  'bff/src/main.ts': `import { createContainer } from './container'; import 'node:http'; import Koa from 'koa';`,
  'bff/src/container.ts': `
    import { createOrders } from './modules/orders'; import { createSender } from './adapters/sms/create-sender';
    import { render } from './contract-pdf/render'; import { loadConfig } from './config/load-config';`,
  'bff/src/config/load-config.ts': `import * as v from 'valibot';`,
  'bff/src/http/bind-endpoint.ts': `
    import { AppError } from '@acceptance/shared'; import type { Config } from '../config/load-config';
    import { PortError } from '../ports/port-error';`,
  'bff/src/http/bind-endpoint.test.ts': '',
  'bff/src/database/connect.ts': `import mongoose from 'mongoose';`,
  'bff/src/ports/port-error.ts': '',
  'bff/src/ports/sms-sender.ts': `import type { AppError } from '@acceptance/shared'; import './port-error';`,
  'bff/src/adapters/sms/create-sender.ts': `
    import type { SmsSender } from '../../ports/sms-sender'; import { Client } from 'tencentcloud-sdk-nodejs-common';
    import { sign } from './sign'; import type { Config } from '../../config/load-config'; import 'node:https'; import { render } from '../../contract-pdf/render';`,
  'bff/src/adapters/sms/sign.ts': `import { createHmac } from 'node:crypto';`,
  'bff/src/adapters/pay/pay.ts': '',
  'bff/src/contract-pdf/render.ts': `import { PDFDocument } from 'pdf-lib'; import { readFileSync } from 'node:fs';`,
  'bff/src/modules/orders/index.ts': `export { submit } from './submit-order';`,
  'bff/src/modules/orders/submit-order.ts': `
    import { AppError } from '@acceptance/shared'; import { enqueue } from '../audit';
    import { bindEndpoint } from '../../http/bind-endpoint'; import { connect } from '../../database/connect';
    import type { SmsSender } from '../../ports/sms-sender'; import { randomUUID } from 'node:crypto';`,
  'bff/src/modules/audit/index.ts': `export * from './append';`,
  'bff/src/modules/audit/append.ts': '',
  'scripts/stand-ins/sms/start.ts': `
    import { AppError } from '@acceptance/shared'; import { createServer } from 'node:http'; import 'bson';`,
  'scripts/start/start.ts': `import '../../bff/src/main'; import '../stand-ins/sms/start';`,
  'scripts/install/ensure-npm.mjs': `import { spawn } from 'node:child_process';`,
  'test/support/start-system.ts': `import { createContainer } from '../../bff/src/container';`,
  'miniapp/config/index.ts': `import { resolve } from 'node:path'; import { defineConfig } from '@tarojs/cli';`,
  'miniapp/src/app.tsx': `import { useSession } from './features/session/use-session';`,
  'miniapp/src/routes.ts': `import type { AppError } from '@acceptance/shared';`,
  'miniapp/src/pages/home/index.tsx': `
    import { useSession } from '../../features/session/use-session'; import { Card } from '../../components/card';
    import { routes } from '../../routes'; import './index.scss'; import { View } from '@tarojs/components';`,
  'miniapp/src/pages/mine/index.tsx': '',
  'miniapp/src/subpackages/apply/contract/index.tsx': `import { step } from '../steps';`,
  'miniapp/src/subpackages/apply/steps.ts': '',
  'miniapp/src/features/session/use-session.ts': `
    import { call } from '../../api/transport'; import { store } from '../../platform/storage';
    import { AppError } from '@acceptance/shared';`,
  'miniapp/src/components/card.tsx': `
    import { store } from '../platform/storage'; import type { Problem } from '../api/transport';
    import { useLargeType } from '../theme/large-type';`,
  'miniapp/src/theme/large-type.ts': `import { store } from '../platform/storage';`,
  'miniapp/src/api/transport.ts': `import Taro from '@tarojs/taro'; import { store } from '../platform/storage';`,
  'miniapp/src/platform/storage.ts': `import Taro from '@tarojs/taro';`,
};

function check(planted: Record<string, string> = {}): string[] {
  const files = Object.entries({ ...SOUND, ...planted }).map(([path, text]) => ({ path, text }));
  return checkImports(files).map(describeViolation);
}

describe('who may import whom', () => {
  it('finds nothing in a project that keeps the rules', () => {
    expect(check()).toEqual([]);
  });

  it.each([
    ['shared a package', 'shared/src/a.ts', `import dayjs from 'dayjs';`, /package dayjs.*\n.*valibot only/],
    ['shared node', 'shared/src/a.ts', `import 'node:fs';`, /node:fs/],
    ['shared bff', 'shared/src/a.ts', `import '../../bff/src/main';`, /bff-wiring/],

    [
      'a module the inside of another',
      'bff/src/modules/orders/a.ts',
      `import '../audit/append';`,
      /the inside of bff-module audit/,
    ],
    [
      'a module the inside of another, as a type',
      'bff/src/modules/orders/a.ts',
      `import type { A } from '../audit/append';`,
      /the inside of/,
    ],
    [
      'a module an adapter',
      'bff/src/modules/orders/a.ts',
      `import '../../adapters/sms/create-sender';`,
      /bff-adapter sms.*\n.*use a port/,
    ],
    ['a module the configuration', 'bff/src/modules/orders/a.ts', `import '../../config/load-config';`, /bff-config/],
    [
      'a module the container',
      'bff/src/modules/orders/a.ts',
      `import '../../container';`,
      /bff-wiring.*\n.*container\.ts pass/,
    ],
    [
      'a module the contract, even a type',
      'bff/src/modules/orders/a.ts',
      `import type { Render } from '../../contract-pdf/render';`,
      /bff-contract-pdf/,
    ],
    [
      'a module a vendor',
      'bff/src/modules/orders/a.ts',
      `import 'wechatpay-axios-plugin';`,
      /package wechatpay-axios-plugin/,
    ],
    ['a module a script', 'bff/src/modules/orders/a.ts', `import '../../../../scripts/start/start';`, /imports script/],

    [
      'a port a value of shared',
      'bff/src/ports/a.ts',
      `import { AppError } from '@acceptance/shared';`,
      /types are fine/,
    ],
    ['a port a package', 'bff/src/ports/a.ts', `import * as v from 'valibot';`, /package valibot/],
    ['a port a module', 'bff/src/ports/a.ts', `import type { A } from '../modules/audit';`, /bff-module audit/],

    [
      'an adapter another',
      'bff/src/adapters/sms/a.ts',
      `import '../pay/pay';`,
      /bff-adapter sms imports bff-adapter pay/,
    ],
    ['an adapter a module', 'bff/src/adapters/sms/a.ts', `import '../../modules/audit';`, /bff-module audit/],
    [
      'an adapter the configuration as a value',
      'bff/src/adapters/sms/a.ts',
      `import { a } from '../../config/load-config';`,
      /types are fine/,
    ],
    ['an adapter the database', 'bff/src/adapters/sms/a.ts', `import '../../database/connect';`, /bff-foundation/],

    ['the contract a module', 'bff/src/contract-pdf/a.ts', `import '../modules/orders';`, /bytes in, bytes out/],
    [
      'the contract shared',
      'bff/src/contract-pdf/a.ts',
      `import { a } from '@acceptance/shared';`,
      /bytes in, bytes out/,
    ],
    ['the contract a database', 'bff/src/contract-pdf/a.ts', `import 'mongoose';`, /package mongoose/],

    ['http a module', 'bff/src/http/a.ts', `import '../modules/orders';`, /bff-foundation imports bff-module orders/],
    ['the configuration a module', 'bff/src/config/a.ts', `import '../modules/orders';`, /bff-config imports/],
    [
      'a job an adapter',
      'bff/src/jobs/a.ts',
      `import '../adapters/sms/sign';`,
      /bff-foundation imports bff-adapter sms/,
    ],
    [
      'a job the inside of a module',
      'bff/src/jobs/a.ts',
      `import '../modules/audit/append';`,
      /bff-foundation imports/,
    ],

    ['a stand-in bff', 'scripts/stand-ins/sms/a.ts', `import '../../../bff/src/adapters/sms/sign';`, /judge our code/],
    [
      'a stand-in a type of bff',
      'scripts/stand-ins/sms/a.ts',
      `import type { A } from '../../../bff/src/ports/sms-sender';`,
      /bff-port/,
    ],
    [
      'a stand-in the mini-program',
      'scripts/stand-ins/sms/a.ts',
      `import '../../../miniapp/src/routes';`,
      /miniapp-foundation/,
    ],
    [
      'a stand-in the SDK it answers',
      'scripts/stand-ins/sms/a.ts',
      `import 'tencentcloud-sdk-nodejs-common';`,
      /judge our code/,
    ],
    ['a script the mini-program', 'scripts/start/a.ts', `import '../../miniapp/src/app';`, /miniapp-app/],
    ['what runs before the install a package', 'scripts/install/a.mjs', `import 'valibot';`, /before node_modules/],

    ['the mini-program bff', 'miniapp/src/api/a.ts', `import '../../../bff/src/http/bind-endpoint';`, /meet over HTTP/],
    [
      'the mini-program a type of bff',
      'miniapp/src/api/a.ts',
      `import type { A } from '../../../bff/src/ports/sms-sender';`,
      /meet over HTTP/,
    ],
    ['the mini-program node', 'miniapp/src/platform/a.ts', `import { join } from 'node:path';`, /node:path/],
    ['the mini-program node without prefix', 'miniapp/src/platform/a.ts', `import fs from 'fs';`, /node:fs/],
    [
      'the mini-program a script',
      'miniapp/src/platform/a.ts',
      `import '../../../scripts/start/start';`,
      /imports script/,
    ],
    ['bff the mini-program', 'bff/src/http/a.ts', `import '../../../miniapp/src/routes';`, /meet over HTTP/],
    [
      'a page another page',
      'miniapp/src/pages/home/a.ts',
      `import '../mine';`,
      /pages\/home imports miniapp-page pages\/mine/,
    ],
    [
      'a page a sub-package',
      'miniapp/src/pages/home/a.ts',
      `import '../../subpackages/apply/steps';`,
      /subpackages\/apply/,
    ],
    [
      'a sub-package another one, in a file that phones have too',
      'miniapp/src/subpackages/staff/a.tsx',
      `import '../apply/steps';`,
      /subpackages\/apply/,
    ],
    [
      "a browser's file a page of the main package",
      'miniapp/src/subpackages/staff/a.h5.tsx',
      `import '../../pages/home';`,
      /pages\/home/,
    ],
    ['a feature a page', 'miniapp/src/features/session/a.ts', `import '../../pages/home';`, /miniapp-page pages\/home/],
    ['a component a feature', 'miniapp/src/components/a.tsx', `import '../features/session/use-session';`, /as props/],
    ['a component the api', 'miniapp/src/components/a.tsx', `import '../api/transport';`, /as props/],
    [
      'the api a feature',
      'miniapp/src/api/a.ts',
      `import '../features/session/use-session';`,
      /miniapp-feature session/,
    ],
    ['the platform the api', 'miniapp/src/platform/a.ts', `import '../api/transport';`, /lowest layer/],
    ['routes a page', 'miniapp/src/a.ts', `import './pages/home';`, /may use no layer/],
    ['the app a page', 'miniapp/src/app.config.ts', `import './pages/home';`, /reached by routes\.ts/],

    [
      'the inside of shared by path',
      'bff/src/http/a.ts',
      `import '../../../shared/src/format/mask';`,
      /reaches into shared/,
    ],
    [
      'the inside of shared by name',
      'bff/src/http/a.ts',
      `import '@acceptance/shared/src/format/mask';`,
      /reaches into shared/,
    ],
    ['test code', 'bff/src/http/a.ts', `import '../testing/fake-clock';`, /production code imports/],
    ['a test', 'bff/src/http/a.ts', `import './bind-endpoint.test';`, /production code imports/],
    ['a computed name', 'bff/src/http/a.ts', `import('./' + name);`, /computed/],
  ])('finds an import of %s', (_, path, text, message) => {
    const found = check({ [path]: `\n${text}` });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
    expect(found[0]).toMatch(new RegExp(`^${path.replace(/\W/g, '\\$&')}:2 `));
    expect(found[0]).toContain('\n    instead: ');
  });

  it.each(['bff/src/http/a.ts', 'bff/src/http/a.test.ts', 'test/support/a.ts'])(
    'finds a package that is installed only because another one wants it, in %s',
    (path) => {
      expect(check({ [path]: `import 'koa';\nimport { WebSocket } from 'ws';` })).toEqual([
        expect.stringMatching(/:2 {2}imports the package ws, which no package\.json/),
      ]);
      const inWorkspace = { 'bff/package.json': JSON.stringify({ dependencies: { ws: '8.0.0' } }) };
      expect(check({ [path]: `import { WebSocket } from 'ws';`, ...inWorkspace })).toEqual([]);
    },
  );

  it('takes the types of a package for the package where only types are imported', () => {
    const types = { 'miniapp/package.json': JSON.stringify({ devDependencies: { '@types/estree': '1.0.0' } }) };
    expect(check({ 'test/support/a.ts': `import type { Node } from 'estree';`, ...types })).toEqual([]);
    expect(check({ 'test/support/a.ts': `import { Node } from 'estree';`, ...types })).toHaveLength(1);
  });

  it('lets tests and test code import what they need', () => {
    const wanted = `import '../audit/append'; import '../../adapters/sms/sign'; import 'mongoose'; import(name);`;
    expect(
      check({
        'bff/src/modules/orders/submit-order.test.ts': wanted,
        'bff/src/modules/orders/testing/fake-orders.ts': wanted,
        'shared/src/format/mask.test.ts': `import 'node:fs';`,
      }),
    ).toEqual([]);
  });

  it('lets scripts and tests use the test code of the product, but not stand-ins', () => {
    const wanted = `import '../../bff/src/http/testing/draw-photo';`;
    expect(check({ 'scripts/story/a.ts': wanted, 'test/support/a.ts': wanted })).toEqual([]);
    expect(check({ 'scripts/stand-ins/a.ts': wanted })).toHaveLength(1);
  });

  it('keeps mini-program and back end apart in tests too', () => {
    const found = check({
      'miniapp/src/api/transport.test.ts': `import '../../../bff/src/create-app';`,
      'bff/src/http/testing/a.ts': `import '../../../../miniapp/src/routes';`,
    });
    expect(found).toHaveLength(2);
  });
});

describe('cycles', () => {
  it('are found between modules, even through types', () => {
    const found = check({
      'bff/src/modules/audit/append.ts': `import type { Order } from '../orders';`,
    });
    expect(found).toEqual([expect.stringMatching(/a cycle: audit ↔ orders\n/)]);
  });

  it('are found between files of shared', () => {
    const found = check({
      'shared/src/a.ts': `import { b } from './b';`,
      'shared/src/b.ts': `import { a } from './a';`,
    });
    expect(found).toEqual([expect.stringMatching(/a cycle: shared\/src\/a\.ts ↔ shared\/src\/b\.ts\n/)]);
  });

  it('do not count in tests', () => {
    expect(check({ 'bff/src/modules/audit/append.test.ts': `import '../orders';` })).toEqual([]);
  });
});
