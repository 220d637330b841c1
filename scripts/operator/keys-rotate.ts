import { resealFiles } from '../../bff/src/adapters/gridfs-file-store/reseal-files';
import { areas } from '../../bff/src/areas';
import { resealCollection } from '../../bff/src/database/reseal/reseal-collection';
import {
  type Rotation,
  type RotationHooks,
  rotateKeys,
  type SealedPart,
} from '../../bff/src/database/reseal/rotate-keys';
import { type Operation, openOperation, operatorSettings } from './open-operation';
import { operatorOf } from './operator-name';

const number = new Intl.NumberFormat('en');

/** Everything that is sealed: what the areas declare, and the files. */
export function sealedParts(operation: Pick<Operation, 'connection' | 'cipher'>): SealedPart[] {
  const declared = areas.flatMap(({ sealed = [] }) => sealed);
  return [
    ...declared.map((sealed) => ({
      name: sealed.collection,
      reseal: (onBatch: Parameters<SealedPart['reseal']>[0]) => resealCollection(operation, sealed, onBatch),
    })),
    { name: 'stored_files', reseal: (onBatch) => resealFiles(operation, onBatch) },
  ];
}

/** What of `collection.path` is lost with the old key. */
function meaningOf(place: string): string {
  const meanings = areas.flatMap(({ sealed = [] }) =>
    sealed.flatMap(({ collection, passing = {} }) =>
      Object.entries(passing).map(([path, meaning]): [string, string] => [`${collection}.${path}`, meaning]),
    ),
  );
  return new Map(meanings).get(place) ?? place;
}

const linesOf = (counts: ReadonlyMap<string, number>, lineOf: (place: string) => string): string[] =>
  [...counts].map(([place, count]) => `  ${number.format(count)} × ${lineOf(place)}`);

/** What the operator reads at the end. */
export function describeRotation({ outcome, changed, left, passing }: Rotation): string {
  const endings = {
    stopped: 'Stopped before the end; the same command goes on from here.',
    left: 'NOT done: keep the old keys. These could not be brought to the newest keys:',
    done: 'Done: nothing that is sealed needs an older key. It may go out of the ring; then run this once more.',
  };
  return [
    `${number.format(changed)} records and files were sealed anew.`,
    endings[outcome],
    ...linesOf(left, (place) => place),
    ...(passing.size > 0 && outcome !== 'stopped'
      ? [
          'Hashes by older keys, made of what is stored nowhere; with their key these end:',
          ...linesOf(passing, meaningOf),
        ]
      : []),
  ].join('\n');
}

/** Brings all data to the newest keys; that it begins and how it ended is recorded. */
export async function rotateAll(operation: Operation, hooks: RotationHooks): Promise<Rotation> {
  return operation.perform({ action: 'operator.keys.rotate', object: null }, async () => {
    const rotation = await rotateKeys(sealedParts(operation), hooks);
    return { result: rotation, outcome: `${rotation.outcome}:${rotation.changed}` };
  });
}

/** `npm run keys:rotate`: exit code 0 done, 1 something was left, 2 stopped or failed. */
async function main(): Promise<void> {
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      interrupted = true;
    });
  }
  const operation = await openOperation(operatorSettings(), { operator: operatorOf(process.argv.slice(2)) });
  try {
    const rotation = await rotateAll(operation, {
      onProgress: (part, { looked, changed }) =>
        console.error(`${part}: ${number.format(looked)} looked at, ${number.format(changed)} sealed anew`),
      shouldStop: () => interrupted,
    });
    console.log(describeRotation(rotation));
    process.exitCode = { done: 0, left: 1, stopped: 2 }[rotation.outcome];
  } finally {
    await operation.close();
  }
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(`The keys were not rotated: ${(error as Error).message}`);
    process.exitCode = 2;
  });
}
