import { createKeyRing } from '../../../keys/key-ring';

const keyOf = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });

export const SAMPLE_KEY = keyOf('a1', 1);
export const NEXT_KEY = keyOf('a2', 2);
export const sampleKeys = createKeyRing('audit keys', [SAMPLE_KEY]);
export const rotatedKeys = createKeyRing('audit keys', [NEXT_KEY, SAMPLE_KEY]);
