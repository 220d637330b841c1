import type { Model } from 'mongoose';

/**
 * Of ids that are look-up hashes of one value, newest key first: the one under which a record is stored already, else the
 * newest. What an older key has named stays where it is, so that a new key starts no count afresh.
 */
export async function storedIdOf<R extends { _id: string }>(model: Model<R>, ids: readonly string[]): Promise<string> {
  const [newest = ''] = ids;
  if (ids.length < 2) {
    return newest;
  }
  const stored = await model.findOne({ _id: { $in: [...ids] } }, { _id: 1 }).lean<{ _id: string }>();
  return stored?._id ?? newest;
}
