import { loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { FilePurpose, ImageMediaType } from '@acceptance/shared';
import { createInkPool } from '../../bff/src/adapters/contract-maker/ink-pool';
import { createImageChecker } from '../../bff/src/image-check/create-image-checker';
import { asBmp, asJpeg, asPng, drawScene } from '../../bff/src/image-check/testing/draw-corpus';
import { createPhotoMarker } from '../../bff/src/watermark/create-photo-marker';
import { drawSampleSignature } from '../../scripts/trial-ca/draw-sample-signature';
import { runBench } from './run-bench';

const TIMES = 8;
const PHOTOS = 20;
const SIGNATURES = 30;
const LOOKS = 10;
const IDLE_MS = 3000;
const LINES = ['仅供 示例项目 申请审核', 'S20261130-0001', '王审核 2026年11月30日 10:00'];
const NANOSECONDS = 1e6;

interface Sample {
  readonly name: string;
  readonly bytes: Buffer;
  readonly mediaType: ImageMediaType;
  readonly purpose: FilePurpose;
}

const jpegOf = (width: number, height: number, quality: number): Buffer =>
  asJpeg(drawScene({ width, height, grain: 2 }), quality);

const samples = (): Sample[] => [
  { name: 'JPEG 800 × 506', bytes: jpegOf(800, 506, 92), mediaType: 'image/jpeg', purpose: 'id-card-front' },
  { name: 'JPEG 1600 × 1012', bytes: jpegOf(1600, 1012, 88), mediaType: 'image/jpeg', purpose: 'id-card-front' },
  { name: 'JPEG 2560 × 1620', bytes: jpegOf(2560, 1620, 75), mediaType: 'image/jpeg', purpose: 'id-card-front' },
  { name: 'JPEG 4000 × 3000', bytes: jpegOf(4000, 3000, 40), mediaType: 'image/jpeg', purpose: 'id-card-front' },
  {
    name: 'PNG 640 × 480',
    bytes: asPng(drawScene({ width: 640, height: 480 })),
    mediaType: 'image/png',
    purpose: 'attachment',
  },
  {
    name: 'BMP 640 × 500',
    bytes: asBmp(drawScene({ width: 640, height: 500 })),
    mediaType: 'image/bmp',
    purpose: 'attachment',
  },
];

async function timesOf(work: () => Promise<unknown>): Promise<{ median: number; most: number }> {
  const times: number[] = [];
  for (let turn = 0; turn < TIMES; turn += 1) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  times.sort((one, other) => one - other);
  return { median: times[TIMES >> 1] ?? 0, most: times.at(-1) ?? 0 };
}

/** The delay of this process's event loop while something goes on, in milliseconds. */
async function lagDuring(work: () => Promise<unknown>): Promise<{ seconds: number; p99: number; max: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  return { seconds, p99: delay.percentile(99) / NANOSECONDS, max: delay.max / NANOSECONDS };
}

/** `npm run bench:photos`: what a photo costs that is checked, and that is marked for the staff, and what others wait meanwhile. */
async function main(): Promise<void> {
  const checker = createImageChecker();
  const marker = createPhotoMarker();
  const ink = createInkPool();
  const all = samples();
  const check = ({ bytes, mediaType, purpose }: Sample) =>
    checker.check({ bytes, declaredMediaType: mediaType, purpose });
  const mark = ({ bytes, mediaType }: Sample) => marker.mark({ bytes, mediaType, lines: LINES });
  const signature = drawSampleSignature();
  const [, usual = all[0] as Sample] = all;
  try {
    // Threads have started, the font is read: what is measured is the work.
    await Promise.all([...Array.from({ length: 4 }, () => [check(usual), mark(usual)]).flat(), ink.prepare(signature)]);
    console.log(`load of the machine before: ${loadavg()[0]?.toFixed(1)}`);
    console.log('\none photo, median and most of 8 runs      checked              marked');
    for (const sample of all) {
      const [checked, marked] = [await timesOf(() => check(sample)), await timesOf(() => mark(sample))];
      const ms = ({ median, most }: { median: number; most: number }) =>
        `${median.toFixed(0).padStart(6)} ${most.toFixed(0).padStart(6)} ms`;
      const size = `${(sample.bytes.length / 1024).toFixed(0)} KB`.padStart(8);
      console.log(`${sample.name.padEnd(22)}${size}${ms(checked).padStart(24)}${ms(marked).padStart(22)}`);
    }
    const idle = await lagDuring(() => new Promise((done) => setTimeout(done, IDLE_MS)));
    const busy = await lagDuring(() =>
      Promise.all([
        ...Array.from({ length: PHOTOS }, () => check(usual)),
        ...Array.from({ length: SIGNATURES }, () => ink.prepare(signature)),
        ...Array.from({ length: LOOKS }, () => mark(usual)),
      ]),
    );
    console.log('\nevent loop                                   p99        max');
    for (const [name, { seconds, p99, max }] of [
      ['idle', idle],
      [`${PHOTOS} photos, ${SIGNATURES} signatures, ${LOOKS} looks at once`, busy],
    ] as const) {
      console.log(`${`${name}, ${seconds.toFixed(1)} s`.padEnd(58)}${p99.toFixed(1)} ms  ${max.toFixed(1)} ms`);
    }
  } finally {
    await Promise.all([checker.close(), marker.close(), ink.close()]);
  }
}

runBench(main);
