import { notImplemented } from '../errors/mongodb-error';

/**
 * Which element of an array made a document match, by the array's path: what the positional operator `$` of an update
 * stands for. Two conditions that matched different elements leave `$` without one meaning: then it is refused.
 */
export class ArrayPositions {
  private readonly indexes = new Map<string, number | 'ambiguous'>();

  record(arrayPath: string, index: number): void {
    const known = this.indexes.get(arrayPath);
    this.indexes.set(arrayPath, known === undefined || known === index ? index : 'ambiguous');
  }

  /** Takes over what a branch of `$or` recorded, once that branch matched as a whole. */
  merge(other: ArrayPositions): void {
    for (const [arrayPath, index] of other.indexes) {
      if (index === 'ambiguous') this.indexes.set(arrayPath, index);
      else this.record(arrayPath, index);
    }
  }

  get(arrayPath: string): number | undefined {
    const index = this.indexes.get(arrayPath);
    if (index === 'ambiguous') {
      throw notImplemented(
        `the positional operator $ on '${arrayPath}' after conditions that matched different elements ($elemMatch says which)`,
      );
    }
    return index;
  }
}
