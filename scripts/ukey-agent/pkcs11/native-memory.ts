import koffi from 'koffi';

/**
 * Memory that is handed to a token's library for one call. It stays where it is and is not collected until `wipe`, which also erases
 * PINs from it.
 */
export class NativeMemory {
  private readonly blocks: Buffer[] = [];

  /** A copy of the bytes, and where it lies. An empty value has no address. */
  place(bytes: Uint8Array): { readonly block: Buffer; readonly address: bigint } {
    const block = Buffer.alloc(Math.max(bytes.length, 1));
    block.set(bytes);
    this.blocks.push(block);
    return { block, address: bytes.length === 0 ? 0n : koffi.address(block) };
  }

  wipe(): void {
    for (const block of this.blocks) {
      block.fill(0);
    }
  }
}

/** Runs `use` with memory that is erased afterwards, whatever happened. */
export async function withMemory<T>(use: (memory: NativeMemory) => Promise<T>): Promise<T> {
  const memory = new NativeMemory();
  try {
    return await use(memory);
  } finally {
    memory.wipe();
  }
}
