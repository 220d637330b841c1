/** Bytes of uploads that one endpoint may hold in memory, of all callers together. */
const MOST_BYTES = 128 * 1024 * 1024;

/** What one upload holds. */
export interface HeldUpload {
  /** False: there is no room for so much more. */
  take(bytes: number): boolean;
  /** Gives back all of it; twice is as good as once. */
  leave(): void;
}

/** Uploads lie in memory: without a bound on all of them, many callers at once would fill it. Each endpoint has its own. */
export function createUploadRoom(most = MOST_BYTES): (endpointId: string) => HeldUpload {
  const heldBy = new Map<string, number>();
  return (id) => {
    let own = 0;
    const add = (bytes: number) => heldBy.set(id, (heldBy.get(id) ?? 0) + bytes);
    return {
      take(bytes) {
        if ((heldBy.get(id) ?? 0) + bytes > most) {
          return false;
        }
        own += bytes;
        add(bytes);
        return true;
      },
      leave() {
        add(-own);
        own = 0;
      },
    };
  };
}
