import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { licencesOf, type PackageLicence, problemsOf } from './judge-lock';
import { noticesOf } from './notices';

function table(title: string, packages: readonly PackageLicence[]): string {
  const names = new Map<string, string[]>();
  for (const { name, licence } of packages) {
    names.set(licence, [...(names.get(licence) ?? []), name]);
  }
  const lines = [...names]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(
      ([licence, of]) => `${String(of.length).padStart(6)}  ${licence}${of.length <= 5 ? `: ${of.join(', ')}` : ''}`,
    );
  return [`${title}: ${packages.length} packages`, ...lines].join('\n');
}

/** `npm run licences`: whose code is shipped and built with, under which licence. Exits 1 on what a company cannot ship. */
function main(): void {
  const root = resolve(__dirname, '../..');
  const packages = licencesOf(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const [flag, file] = process.argv.slice(2);
  if (flag === '--notices' && file) {
    writeFileSync(file, noticesOf(packages, root));
    console.log(`${file}: the texts that have to go with what is shipped`);
  }
  console.log(
    table(
      'Shipped',
      packages.filter(({ isShipped }) => isShipped),
    ),
  );
  console.log(
    table(
      '\nBuilt and tested with',
      packages.filter(({ isShipped }) => !isShipped),
    ),
  );
  const problems = problemsOf(packages);
  for (const problem of problems) {
    console.log(`\n${problem}`);
  }
  console.log(problems.length > 0 ? `\n${problems.length} to be settled` : '\nnothing that could not be shipped');
  process.exitCode = problems.length > 0 ? 1 : 0;
}

main();
