/** A codec of Emscripten, as a package brings it. */
type CodecFactory<Codec> = (options: object) => Promise<Codec>;

interface Instance<Codec> {
  readonly codec: Codec;
  readonly memory: WebAssembly.Memory;
  /** What its memory begins with; all behind it was zero. */
  readonly start: Uint8Array;
  readonly bytes: number;
  /** What it has complained of. */
  readonly said: readonly string[];
  pictures: number;
}

/** What Emscripten's JavaScript keeps of each picture goes with the instance only: with these it is some 10 MB. */
const MOST_PICTURES = 8;

/** Runs `work` with a codec whose memory is that of a new one. `work` takes out of it what it needs: its memory is cleared behind it. */
export type UseCodec<Codec> = <Result>(work: (codec: Codec, said: readonly string[]) => Result) => Promise<Result>;

function upToZeros(memory: Uint8Array): Uint8Array {
  let end = memory.length;
  while (end > 0 && memory[end - 1] === 0) end -= 1;
  return memory.slice(0, end);
}

/**
 * Keeps one instance of a codec for some pictures and puts its memory back behind each, so that none meets what another one left. One
 * that broke off, complained or has grown goes with its memory. A new instance for each picture cost twice the decoding itself: for its 16 MB
 * V8 collects garbage.
 */
export function createWasmCodec<Codec>(
  readCode: () => Uint8Array,
  load: () => Promise<{ readonly default: CodecFactory<Codec> }>,
): UseCodec<Codec> {
  let compiled: WebAssembly.Module | undefined;
  let kept: Instance<Codec> | undefined;

  async function open(): Promise<Instance<Codec>> {
    compiled ??= new WebAssembly.Module(readCode());
    const { default: start } = await load();
    const instance: { memory?: WebAssembly.Memory } = {};
    const module = compiled;
    const said: string[] = [];
    const codec = await start({
      noInitialRun: true,
      instantiateWasm(imports: WebAssembly.Imports, done: (made: WebAssembly.Instance) => void) {
        const made = new WebAssembly.Instance(module, imports);
        instance.memory = Object.values(made.exports).find((one) => one instanceof WebAssembly.Memory);
        done(made);
        return made.exports;
      },
      printErr: (line: string) => said.push(line),
    });
    const { memory } = instance;
    if (!memory) {
      throw new Error('the codec shows no memory');
    }
    return {
      codec,
      memory,
      start: upToZeros(new Uint8Array(memory.buffer)),
      bytes: memory.buffer.byteLength,
      said,
      pictures: 0,
    };
  }

  return async (work) => {
    const instance = kept ?? (await open());
    // Whoever comes before it is cleared gets another one.
    kept = undefined;
    const { codec, memory, start, bytes, said } = instance;
    const result = work(codec, said);
    instance.pictures += 1;
    if (said.length === 0 && memory.buffer.byteLength === bytes && instance.pictures < MOST_PICTURES) {
      const all = new Uint8Array(memory.buffer);
      all.set(start);
      all.fill(0, start.length);
      kept = instance;
    }
    return result;
  };
}
