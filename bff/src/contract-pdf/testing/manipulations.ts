import type { ContractDoubt, ContractVerdict } from '../verify';
import { evidenceObjects, placeOf, updated } from './incremental-update';
import type { VerifiedWorld } from './verified-world';

export interface ManipulatedContract {
  readonly name: string;
  make(world: VerifiedWorld): Buffer;
  readonly verdict: Exclude<ContractVerdict, 'genuine'>;
  readonly doubt: ContractDoubt;
}

export type Make = ManipulatedContract['make'];
export const changed = (doubt: ContractDoubt, name: string, make: Make): ManipulatedContract => ({
  name,
  make,
  verdict: 'changed',
  doubt,
});
export const foreign = (doubt: ContractDoubt, name: string, make: Make): ManipulatedContract => ({
  name,
  make,
  verdict: 'foreign',
  doubt,
});

export const flipped = (file: Buffer, place: number): Buffer => {
  const other = Buffer.from(file);
  other[place] = (other[place] ?? 0) ^ 1;
  return other;
};
export const text = (file: Buffer): string => file.toString('latin1');
/** Where the content of the first stream of pages begins. */
export const contentAt = (file: Buffer): number => file.indexOf('stream\n', 0, 'latin1') + 40;
export const contentsAt = (file: Buffer): number => file.indexOf('/Contents <', 0, 'latin1') + '/Contents <'.length;
export const append = (file: Buffer, more: string | Buffer): Buffer => Buffer.concat([file, Buffer.from(more)]);
/** The first object of the file whose written form has these words. */
export function objectWith(file: Buffer, words: string): { number: number; body: string } {
  const pattern = /(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g;
  for (const [, number, body] of text(file).matchAll(pattern)) {
    if (number && body?.includes(words)) return { number: Number(number), body };
  }
  throw new Error(`No object with ${words}`);
}
export const replacing =
  (words: string, change: (body: string) => string): Make =>
  ({ pdf }) => {
    const { number, body } = objectWith(pdf, words);
    return updated(pdf, { objects: { [number]: change(body) } });
  };
export const catalogWith =
  (more: string, ...without: string[]): Make =>
  ({ pdf }) => {
    const { root, catalogWithout } = placeOf(pdf);
    return updated(pdf, { objects: { [root]: `<< ${catalogWithout(...without)} ${more} >>` } });
  };
export const evidenceWith =
  (more: (pdf: Buffer) => Parameters<typeof updated>[1]): Make =>
  ({ pdf, issuing }) => {
    const wishes = more(pdf);
    return updated(pdf, {
      ...wishes,
      objects: { ...evidenceObjects(pdf, { certificates: [issuing.der] }), ...wishes.objects },
    });
  };
export const next = (pdf: Buffer, more: number): number => placeOf(pdf).next + more;
