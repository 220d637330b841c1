import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const LINES = 2000;
const program = `
  const { createLogger, standardOutput } = require(${JSON.stringify(join(__dirname, 'logger.ts'))});
  const logger = createLogger('info', standardOutput());
  for (let line = 0; line < ${LINES}; line += 1) logger.info({ line }, 'logged');
  process.exit(0);
`;

it('a process that ends has written every line, in order', () => {
  const written = execFileSync(process.execPath, ['--import', 'tsx', '-e', program], {
    encoding: 'utf8',
  });
  const lines = written.trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).line)).toEqual(Array.from({ length: LINES }, (_, line) => line));
});
