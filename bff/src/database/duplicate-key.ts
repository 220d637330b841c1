/** Whether a write failed because a unique index already holds the key (MongoDB error 11000). */
export const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 11000;

/** What a write gave; null when a unique index already holds its key: somebody else, or this call before, was first. */
export async function unlessTaken<Result>(write: PromiseLike<Result>): Promise<Result | null> {
  try {
    return await write;
  } catch (error) {
    if (isDuplicateKey(error)) {
      return null;
    }
    throw error;
  }
}
