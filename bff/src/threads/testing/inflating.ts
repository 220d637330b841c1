import { deflateSync, inflateSync } from 'node:zlib';

/** Says that it has begun, then inflates little things for ever: work for a test of ending threads. */
export default function inflating({ begunFlag }: { readonly begunFlag: Int32Array<SharedArrayBuffer> }): never {
  const deflated = deflateSync(Buffer.from('little'));
  Atomics.store(begunFlag, 0, 1);
  for (;;) inflateSync(deflated);
}
