import { resolve } from 'node:path';
import { buildMiniapp } from './build-miniapp';

const root = resolve(__dirname, '../..');

/** `npm run build`: the mini-program for WeChat and for the browser, where stale. One after the other: each uses all cores. */
async function build(): Promise<void> {
  for (const type of ['weapp', 'h5'] as const) {
    if (!(await buildMiniapp(root, type, (line) => console.log(line)))) {
      console.log(`The ${type} build is up to date.`);
    }
  }
}

build().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
