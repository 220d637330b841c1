/**
 * Acts on each record of a walk. One that cannot be done must not keep the others from it.
 * @throws the first of what went wrong, in the end
 */
export async function walkAll<T>(records: AsyncIterable<T>, act: (record: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for await (const record of records) {
    await act(record).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) {
    throw failures[0];
  }
}
