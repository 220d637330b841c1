/** GM/T 0031-2014; GB/T 38540 leaves the numbers to whoever uses it. */
export const sealTypes = { unit: 1, person: 2 } as const;
export type SealType = keyof typeof sealTypes;

export function sealTypeOf(number: number): SealType | undefined {
  if (number === sealTypes.unit) return 'unit';
  return number === sealTypes.person ? 'person' : undefined;
}
