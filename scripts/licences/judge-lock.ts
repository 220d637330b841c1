import spdxSatisfies from 'spdx-satisfies';
import { FOR_BUILDING, LOOKED_AT, SHIPPABLE } from './policy';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What `package-lock.json` says, as far as it is read here. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** SPDX; empty when nobody knows. */
  readonly licence: string;
  /** Of what runs at a customer's, or of what builds and tests it. */
  readonly isShipped: boolean;
  /** Below the repository's root. */
  readonly folder: string;
}

const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Programs for other platforms have no licence in a lock: `name@version` → that of the package which is made of them. */
function licencesOfParts({ packages }: Lock): Map<string, string> {
  const parts = Object.values(packages).flatMap(({ license, optionalDependencies }) =>
    license
      ? Object.entries(optionalDependencies ?? {}).map(([name, version]) => [`${name}@${version}`, license] as const)
      : [],
  );
  return new Map(parts);
}

/** Every package of the lock with its licence, those that are shipped first. */
export function licencesOf(lock: Lock): PackageLicence[] {
  const ofParts = licencesOfParts(lock);
  return Object.entries(lock.packages)
    .filter(([folder, { link }]) => folder.includes('node_modules/') && !link)
    .map(([folder, { version = '', license, dev, devOptional }]) => {
      const name = nameOf(folder);
      const licence = license ?? LOOKED_AT[name]?.licence ?? ofParts.get(`${name}@${version}`) ?? '';
      return { name, version, licence, isShipped: !dev && !devOptional, folder };
    })
    .sort((one, other) => Number(other.isShipped) - Number(one.isShipped) || one.name.localeCompare(other.name));
}

function satisfies(licence: string, allowed: readonly string[]): boolean {
  try {
    return spdxSatisfies(licence, allowed);
  } catch {
    // Words that are no SPDX expression, such as `SEE LICENSE IN …`.
    return false;
  }
}

/** What a company cannot ship, or build with, and what nobody knows, in words; empty when all is well. */
export function problemsOf(packages: readonly PackageLicence[]): string[] {
  const names = new Set(packages.map(({ name }) => name));
  const refused = packages.filter(({ name, licence, isShipped }) => {
    const lookedAt = LOOKED_AT[name]?.licence === licence;
    return !satisfies(licence, isShipped ? SHIPPABLE : FOR_BUILDING) && !lookedAt;
  });
  return [
    ...refused.map(
      ({ name, version, licence, isShipped }) =>
        `${name}@${version}: ${licence || 'no licence'} may not be ${isShipped ? 'shipped' : 'built with'}. ` +
        'Take another package, or read its files and write what they say into scripts/licences/policy.ts',
    ),
    ...Object.keys(LOOKED_AT)
      .filter((name) => !names.has(name))
      .map((name) => `${name} is no longer installed: take it out of LOOKED_AT in scripts/licences/policy.ts`),
  ];
}
