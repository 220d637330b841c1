import { readdirSync, readFileSync, statSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { packageSizes } from '../../scripts/size/package-sizes';
import { makePerson } from '../../scripts/story/people';
import { APPLICATION_STEPS, type ApplicationWalk, signIn } from '../e2e/weapp/application-walk';
import { handsOn } from '../e2e/weapp/phone-hands';
import { startHostedWorld } from '../e2e/weapp/weapp-world';
import { createHost } from '../host';
import { countTraffic } from './weapp-traffic';

const BUILD = resolve(__dirname, '../../miniapp/dist/weapp');
const LAUNCHES = 25;
const KEY_MS = 30;
/** As long as the address of an office is. */
const ADDRESS =
  '内蒙古自治区呼和浩特市赛罕区示例街道测试路二百三十八号样本大厦甲座十七层一七零六室东侧北门收发室代收转证书经办人收启';
const KIB = 1024;

type Row = readonly [what: string, figure: string];

/**
 * CPU time from the launch until the first page hands its data to the view: packages read, app and page run, drawn by React.
 * Not by the clock: others may be at work on the machine.
 */
async function millisecondsToFirstPage(): Promise<number[]> {
  const all: number[] = [];
  for (let launch = 0; launch < LAUNCHES; launch += 1) {
    const host = createHost({ appFolder: BUILD });
    const began = process.cpuUsage();
    const drawn = new Promise<number>((done) =>
      host.on({
        setData() {
          const { user, system } = process.cpuUsage(began);
          done((user + system) / 1000);
        },
      }),
    );
    await host.launch();
    all.push(await drawn);
    host.kill();
  }
  return all.sort((a, b) => a - b);
}

const builtFiles = () =>
  readdirSync(BUILD, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(BUILD, path).split(sep).join('/'), bytes: statSync(path).size }));

const sizes = (): Row[] =>
  packageSizes(JSON.parse(readFileSync(join(BUILD, 'app.json'), 'utf8')), builtFiles()).map(({ name, bytes }) => [
    `package ${name}`,
    `${(bytes / KIB).toFixed(0)} KiB`,
  ]);

/** A person goes from sign-in to the hand-in, and types one field of a short and one of a long page key by key. */
async function walk(): Promise<Row[]> {
  const world = await startHostedWorld();
  try {
    await world.owner.agreesToPrivacy();
    const { host } = world;
    const traffic = countTraffic(host);
    const hands = handsOn(world.miniProgram);
    const person = makePerson(400);
    const way: ApplicationWalk = { hands, person, smsCode: world.smsCode };
    const typing: Row[] = [];
    const typeKeys = async (label: string, text: string) => {
      await (await hands.field(label)).tap();
      const { calls, bytes } = await traffic.during(() => host.keyboard().type(text, KEY_MS));
      const keys = [...text].length;
      typing.push([
        `${keys} keys into ${label}`,
        `${calls} setData, ${(bytes / KIB).toFixed(1)} KiB; a key: ${(calls / keys).toFixed(2)}, ${(bytes / keys).toFixed(0)} bytes`,
      ]);
    };
    await hands.tap('登录后开始申请');
    await hands.see('用手机号登录');
    await typeKeys('手机号', person.phone);
    await world.miniProgram.native().navigateLeft();
    await signIn(way);
    for (const { name, run } of APPLICATION_STEPS.slice(1)) {
      if (name === 'says which unit the certificate is for') {
        await hands.see('单位信息');
        await typeKeys('联系地址', ADDRESS);
      }
      await run(way);
    }
    const pages = [...traffic.pages()].map(
      ([path, { calls, bytes }]): Row => [path, `${calls} setData, ${(bytes / KIB).toFixed(1)} KiB`],
    );
    return [...typing, ...pages];
  } finally {
    await world.stop();
  }
}

/** `npm run bench:weapp`: what the built mini-program costs a phone, on the headless host; nothing is asserted. */
async function main(): Promise<void> {
  console.log(`load of the machine: ${loadavg()[0]?.toFixed(1)}`);
  const launches = await millisecondsToFirstPage();
  const at = (share: number) => `${(launches[Math.floor(share * (launches.length - 1))] ?? 0).toFixed(0)} ms`;
  const rows: Row[] = [
    ['CPU time to the first page', `half of ${LAUNCHES} launches ${at(0.5)}, nine of ten ${at(0.9)}; aim 60 ms`],
    ...(await walk()),
    ...sizes(),
  ];
  console.log(
    `\n| what | figure |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join('\n')}`,
  );
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
