import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Jimp } from 'jimp';
import { buildMiniapp } from '../build/build-miniapp';
import { freePort } from '../demo/free-port';
import { serveH5 } from '../demo/serve-h5';
import { startDemoSystem } from '../demo/start-demo-system';
import { openBrowser } from '../story/browser/open-browser';
import { tellInBrowser } from '../story/browser/tell-in-browser';
import { makePerson } from '../story/people';

const root = resolve(__dirname, '../..');
const PICTURE = resolve(__dirname, 'pictures/story.jpg');
/** Stations of the story that the strip shows, in their order. */
const SHOWN = ['home', 'particulars', 'identity', 'papers', 'contract', 'sign', 'sealed', 'order', 'pay', 'paid'];
const WIDTH = 250;
const GAP = 14;
const GROUND = 0xd5dbe3ff;

async function compose(shots: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const pictures = [];
  for (const name of SHOWN) {
    const shot = shots.get(name);
    if (!shot) {
      throw new Error(`the story has no station ${name}`);
    }
    const picture = await Jimp.fromBuffer(shot);
    pictures.push(picture.resize({ w: WIDTH }));
  }
  const height = Math.max(...pictures.map((picture) => picture.height));
  const strip = new Jimp({
    width: pictures.length * (WIDTH + GAP) + GAP,
    height: height + 2 * GAP,
    color: GROUND,
  });
  for (const [index, picture] of pictures.entries()) {
    strip.composite(picture, GAP + index * (WIDTH + GAP), GAP);
  }
  return strip.getBuffer('image/jpeg', { quality: 82 });
}

/** `npm run strip`: the picture of the README, of made-up people, from the application as it is now. */
async function makeStrip(): Promise<void> {
  await buildMiniapp(root, 'h5', (line) => console.log(line));
  const system = await startDemoSystem();
  const port = await freePort();
  const server = await serveH5(resolve(root, 'miniapp/dist/h5'), port, system.origin);
  const browser = await openBrowser();
  const shots = new Map<string, Buffer>();
  const { standIns, staffPassword } = system;
  await tellInBrowser(browser, {
    origin: `http://127.0.0.1:${port}`,
    standIns,
    staffPassword,
    person: makePerson(5),
    onStation: async (name, page) => {
      await page.waitForTimeout(400);
      shots.set(name, await page.screenshot());
    },
  });
  mkdirSync(dirname(PICTURE), { recursive: true });
  writeFileSync(PICTURE, await compose(shots));
  console.log(`Wrote ${PICTURE}`);
  await browser.close();
  server.closeAllConnections();
  server.close();
  await system.stop();
}

makeStrip().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
