import type { PickedPhoto } from './chosen-photo';

/** The first bytes of a file, as many as there are. */
export async function readHead({ path, blob }: PickedPhoto, length: number): Promise<Uint8Array> {
  const file = blob ?? (await (await fetch(path)).blob());
  return new Uint8Array(await file.slice(0, length).arrayBuffer());
}
