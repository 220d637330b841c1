// Completes package-lock.json after `npm install`: a registry mirror that lacks a package for another platform makes npm
// leave it out, and `npm ci` then refuses the lock. The missing optional packages are named by their parents with an
// exact version and by their own name with platform and processor, which is all that a lock needs to skip or install them.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];
const LIBRARIES = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** Platform fields of a package such as `@swc/core-linux-arm64-musl`; null when its name says no platform. */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const os = words.filter((word) => SYSTEMS.includes(word));
  const cpu = words.filter((word) => PROCESSORS.includes(word));
  const libc = words.flatMap((word) => LIBRARIES[word] ?? []);
  if (os.length === 0 && cpu.length === 0) {
    return null;
  }
  return { ...(cpu.length > 0 && { cpu }), ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) };
}

/** Adds what is missing to a parsed lock and answers the names added. */
export function completeLock(lock) {
  const added = [];
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      const nested = `${parent}/node_modules/${name}`;
      const hoisted = `node_modules/${name}`;
      const isLocked = [nested, hoisted].some((place) => lock.packages[place]?.version === version);
      if (platform && /^\d/.test(version) && !isLocked) {
        const place = lock.packages[hoisted] ? nested : hoisted;
        lock.packages[place] = { version, ...platform, ...(entry.dev && { dev: true }), optional: true };
        added.push(name);
      }
    }
  }
  const sorted = Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1));
  lock.packages = Object.fromEntries(sorted);
  return added;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const added = completeLock(lock);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`Added ${added.length} optional package(s) of other platforms to the lock.`);
}
