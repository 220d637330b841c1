import { relative, resolve } from 'node:path';
import { buildBff } from './build-bff';
import { buildMiniapp } from './build-miniapp';

const root = resolve(__dirname, '../..');

/** One after the other: each uses all cores. */
const PARTS = ['weapp', 'h5', 'bff'] as const;
type Part = (typeof PARTS)[number];
const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

async function buildPart(part: Part): Promise<void> {
  if (part === 'bff') {
    const { bundle, threads } = await buildBff(root);
    console.log(`Bundled the BFF: ${relative(root, bundle)}, with the code of ${threads.length} kinds of threads`);
  } else if (!(await buildMiniapp(root, part, (line) => console.log(line)))) {
    console.log(`The ${part} build is up to date.`);
  }
}

/** `npm run build [-- weapp h5 bff]`: the mini-program for WeChat and for the browser, where stale, and the BFF as production runs it. */
async function build(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    throw new Error(`There is no build called ${unknown.join(', ')}, only ${PARTS.join(', ')}.`);
  }
  for (const part of PARTS) {
    if (names.length === 0 || names.includes(part)) {
      await buildPart(part);
    }
  }
}

build(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
