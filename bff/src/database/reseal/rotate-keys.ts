import { add, NOTHING, type Tally } from './tally';

/** A part of the data that has sealed values: a collection, or the files. */
export interface SealedPart {
  readonly name: string;
  reseal(onBatch: (soFar: Tally) => { readonly stop: boolean }): Promise<Tally>;
}

export interface RotationHooks {
  readonly onProgress: (part: string, soFar: Tally) => void;
  readonly shouldStop: () => boolean;
}

/** `done`: nothing keeps an old key but what only its owner could give again. */
export interface Rotation extends Omit<Tally, 'looked'> {
  readonly outcome: 'done' | 'left' | 'stopped';
}

/** What others have written with an older key during one pass, because they were started before, is found by the next. */
const MOST_PASSES = 10;

/** Looks at everything again and again until there is nothing to be done. */
export async function rotateKeys(
  parts: readonly SealedPart[],
  { onProgress, shouldStop }: RotationHooks,
): Promise<Rotation> {
  let changed = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let tally = NOTHING;
    for (const part of parts) {
      const ofPart = await part.reseal((soFar) => {
        onProgress(part.name, soFar);
        return { stop: shouldStop() };
      });
      tally = add(tally, ofPart);
      if (shouldStop()) {
        return { ...tally, changed: changed + tally.changed, outcome: 'stopped' };
      }
    }
    changed += tally.changed;
    if (tally.changed === 0) {
      return { ...tally, changed, outcome: tally.left.size > 0 ? 'left' : 'done' };
    }
  }
  return { changed, left: new Map([['everything: changes-too-often', 1]]), passing: new Map(), outcome: 'left' };
}
