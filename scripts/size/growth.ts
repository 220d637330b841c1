import * as v from 'valibot';
import type { PackageSize } from './package-sizes';

/** Sizes that were recorded before: bytes by path, of each package. */
export const recordedSizesSchema = v.record(v.string(), v.record(v.string(), v.number()));
export type RecordedSizes = v.InferOutput<typeof recordedSizesSchema>;

/** What `npm run size -- --record` writes. */
export const recordSizes = (sizes: readonly PackageSize[]): RecordedSizes =>
  Object.fromEntries(
    sizes.map(({ name, files }) => [
      name,
      Object.fromEntries(
        files.map(({ path, bytes }) => [path, bytes] as const).sort(([one], [other]) => (one < other ? -1 : 1)),
      ),
    ]),
  );

const sum = (numbers: readonly number[]): number => numbers.reduce((total, bytes) => total + bytes, 0);
const signed = (bytes: number): string => `${bytes < 0 ? '−' : '+'}${(Math.abs(bytes) / 1024).toFixed(1)} KiB`;

/** Changes below this are noise of the minifier. */
const NOTICED_BYTES = 512;

/**
 * What changed in each package since the record, one line a package that did, the files that grew or came below it.
 * Empty when nothing changed noticeably.
 */
export function describeGrowth(sizes: readonly PackageSize[], recorded: RecordedSizes): string[] {
  return sizes.flatMap(({ name, bytes, files }) => {
    const before = recorded[name] ?? {};
    const grown = bytes - sum(Object.values(before));
    const grownFiles = files
      .map((file) => ({ path: file.path, grown: file.bytes - (before[file.path] ?? 0), isNew: !(file.path in before) }))
      .filter((file) => file.grown >= NOTICED_BYTES)
      .sort((one, other) => other.grown - one.grown);
    if (Math.abs(grown) < NOTICED_BYTES && grownFiles.length === 0) return [];
    return [
      `${name}: ${signed(grown)} since the record`,
      ...grownFiles.map((file) => `  ${signed(file.grown)}  ${file.path}${file.isNew ? ' (new)' : ''}`),
    ];
  });
}
