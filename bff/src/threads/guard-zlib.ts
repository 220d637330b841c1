import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';
import { withinGate } from './zlib-gate';

/**
 * Runs first in every thread (`thread-code.ts`): all of zlib passes the gate there, also what packages use of it. Streams pass it
 * when they are made; what libuv does for them is nothing that a thread could be ended in.
 */
for (const [name, use] of Object.entries(zlib)) {
  if (typeof use !== 'function') continue;
  const guarded = new Proxy(use, {
    apply: (target, self, args) => withinGate(() => Reflect.apply(target, self, args)),
    construct: (target, args, made) => withinGate(() => Reflect.construct(target, args, made) as object),
  });
  Object.defineProperty(zlib, name, { value: guarded, configurable: true, enumerable: true, writable: true });
}
syncBuiltinESMExports();
