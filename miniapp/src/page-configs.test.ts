import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pagePath, ROUTES, type RouteName } from './routes';

const names = Object.keys(ROUTES) as RouteName[];
const folderOf = (name: RouteName) => path.join(__dirname, path.dirname(pagePath(name)));
const configOf = (name: RouteName) => readFileSync(path.join(folderOf(name), 'index.config.ts'), 'utf8');
const codeOf = (name: RouteName) =>
  readdirSync(folderOf(name))
    .filter((file) => file.endsWith('.tsx'))
    .map((file) => readFileSync(path.join(folderOf(name), file), 'utf8'))
    .join('\n');

describe('a page that is pulled down', () => {
  it.each(names)('%s is allowed to by its configuration exactly where it refreshes', (name) => {
    expect(configOf(name).includes('enablePullDownRefresh: PULLS_TO_REFRESH')).toBe(/ refresh=\{/.test(codeOf(name)));
  });

  it.each(['home', 'orders', 'order', 'mine', 'certificates', 'delivery', 'staffQueue', 'staffTasks'] as const)(
    'refreshes where people wait for news: %s',
    (name) => expect(configOf(name)).toContain('enablePullDownRefresh'),
  );
});

describe('a page that WeChat may share', () => {
  it('is the check of a contract, which is about nobody, or the bill that somebody is asked to pay', () => {
    expect(names.filter((name) => configOf(name).includes('enableShare'))).toEqual(['payAsk', 'contractCheck']);
  });
});
