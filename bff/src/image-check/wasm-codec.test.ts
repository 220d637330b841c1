import { createWasmCodec } from './wasm-codec';

/** A module that has nothing but a page of memory. */
const CODE = Buffer.from('0061736d010000000503010001070501016d0200', 'hex');

interface FakeOptions {
  readonly instantiateWasm: (imports: object, done: () => void) => { readonly m: WebAssembly.Memory };
}

it('lets an instance go after some pictures: what its JavaScript has kept of them goes with it', async () => {
  let opened = 0;
  const use = createWasmCodec<{ memory: WebAssembly.Memory }>(
    () => CODE,
    async () => ({
      default: async (options: object) => {
        opened += 1;
        return { memory: (options as FakeOptions).instantiateWasm({}, () => undefined).m };
      },
    }),
  );
  for (let picture = 0; picture < 24; picture += 1) {
    const first = await use(({ memory }) => {
      const [before = -1] = new Uint8Array(memory.buffer);
      new Uint8Array(memory.buffer).fill(7);
      return before;
    });
    expect(first).toBe(0);
  }
  expect(opened).toBe(3);
});
