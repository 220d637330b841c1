import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describePhoneProblem } from './built-file';
import { checkClientEndpoints } from './check-client-endpoints';
import { checkInterfaces } from './check-interfaces';
import { checkUnusedAttributes } from './check-unused-attributes';
import { MINIMUM } from './minimum';
import { readWechatInterfaces } from './wechat-interfaces';

const ROOT = resolve(__dirname, '../..');

/** What runs in WeChat: pairs have a browser's half, and tests run nowhere. */
const runsInWechat = (file: string): boolean =>
  file.startsWith(join(ROOT, 'miniapp/src/')) && !/\.(h5|test)\.tsx?$|\/testing\//.test(file);

/** Part of `npm run check`: which of WeChat's interfaces the source uses, by the types, without a build. */
function main(): void {
  const config = join(ROOT, 'miniapp/tsconfig.json');
  const { fileNames, options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(config, ts.sys.readFile).config,
    ts.sys,
    join(ROOT, 'miniapp'),
  );
  const program = ts.createProgram(fileNames, options);
  const problems = [
    ...checkInterfaces(program, ROOT, readWechatInterfaces(), MINIMUM.library, runsInWechat),
    ...checkClientEndpoints(program, ROOT),
    ...checkUnusedAttributes(program, ROOT, runsInWechat),
  ];
  for (const problem of problems) console.log(describePhoneProblem(problem));
  console.log(`${problems.length} uses of what the oldest phones or the build do not have`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

main();
