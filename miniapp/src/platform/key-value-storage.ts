/** Where small values stay between starts; synchronous as both platforms offer it. */
export interface KeyValueStorage {
  read(key: string): unknown;
  write(key: string, value: unknown): void;
  remove(key: string): void;
}
