/** Stores bytes for good, encrypted at rest; what is stored is never changed. Ids are chosen by the caller, so that a repeated write is recognised. */
export interface FileStore {
  /** Repeating a write with the same id and the same bytes is a success. */
  write(id: string, bytes: Buffer): Promise<void>;
  /** Null when there is no such file. */
  read(id: string): Promise<Buffer | null>;
  delete(id: string): Promise<void>;
}
