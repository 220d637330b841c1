import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const COPY_JARS = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy-dependencies';

/** What Debian calls the packages; `java File.java` compiles, which the plain runtime cannot. */
const NEEDED = { java: 'openjdk-17-jdk-headless', javac: 'openjdk-17-jdk-headless', mvn: 'maven' } as const;
type Command = keyof typeof NEEDED;

const isThere = (command: Command): boolean => {
  try {
    execFileSync(command, ['-version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT';
  }
};

/** @throws Error that says what to install */
function need(...commands: Command[]): void {
  const missing = commands.filter((command) => !isThere(command));
  if (missing.length > 0) {
    const packages = [...new Set(missing.map((command) => NEEDED[command]))];
    throw new Error(
      `the second engine needs ${missing.join(', ')}: install it, on Debian by \`apt-get install ${packages.join(' ')}\``,
    );
  }
}

/** Lines of sha256sum: what each jar's bytes are. */
const readChecksums = (file: string): Map<string, string> =>
  new Map(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/))
      .map(([checksum = '', name = '']) => [name, checksum]),
  );

/** Why the jars of a folder are not those that the list names; empty when they are, one for one. */
export function jarProblems(folder: string, checksumFile: string): string[] {
  const wanted = readChecksums(checksumFile);
  const found = existsSync(folder) ? readdirSync(folder) : [];
  const missing = [...wanted.keys()].filter((name) => !found.includes(name)).map((name) => `${name} is missing`);
  const strange = found.filter((name) => !wanted.has(name)).map((name) => `${name} is not on the list`);
  const changed = found
    .filter((name) => wanted.has(name))
    .filter(
      (name) =>
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex') !== wanted.get(name),
    )
    .map((name) => `${name} is not what its checksum says`);
  return [...missing, ...strange, ...changed];
}

/** The engine's jars, fetched by Maven into the cache where they are not there yet. @throws Error when they are others */
export function engineJars(root: string): string {
  need('java', 'javac');
  const [folder, own] = [join(root, '.cache/second-engine'), join(root, 'scripts/second-engine')];
  const checksums = join(own, 'jars.sha256');
  if (jarProblems(folder, checksums).length > 0) {
    need('mvn');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const args = ['-q', '-B', '-f', join(own, 'pom.xml'), COPY_JARS, `-DoutputDirectory=${folder}`];
    execFileSync('mvn', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const problems = jarProblems(folder, checksums);
  if (problems.length > 0) {
    throw new Error(`the jars of the second engine are not those of jars.sha256: ${problems.join('; ')}`);
  }
  return join(folder, '*');
}
