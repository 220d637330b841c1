import { DEBIAN_NEEDS, type DebianNeed } from './debian-needs';
import type { OperatingSystem } from './operating-system';

const isPresent = ({ executables, file, fontLanguage }: DebianNeed, system: OperatingSystem): boolean =>
  executables.every((name) => system.hasExecutable(name)) &&
  (file === undefined || system.hasFile(file)) &&
  (fontLanguage === undefined || system.hasFontFor(fontLanguage));

/** What is not there yet. */
export const missingNeeds = (system: OperatingSystem): DebianNeed[] =>
  DEBIAN_NEEDS.filter((need) => !isPresent(need, system));

const describe = (needs: readonly DebianNeed[]): string =>
  needs.map((need) => `  ${need.package}: ${need.purpose}`).join('\n');

/**
 * Installs what is missing where it may, and otherwise prints the one line that does.
 * Returns true only when afterwards everything is there.
 */
export function installDebianPackages(system: OperatingSystem, print: (text: string) => void): boolean {
  const missing = missingNeeds(system);
  if (missing.length === 0) {
    return true;
  }
  const names = missing.map((need) => need.package);
  const install = ['install', '--yes', '--no-install-recommends', ...names];
  if (!system.isRoot || !system.hasExecutable('apt-get')) {
    print(`Missing on this machine:\n${describe(missing)}\nInstall with:`);
    print(`  sudo apt-get update && sudo apt-get ${install.join(' ')}`);
    return false;
  }
  print(`Installing Debian packages: ${names.join(' ')} …`);
  const isInstalled = system.run('apt-get', ['update']) && system.run('apt-get', install);
  const stillMissing = missingNeeds(system);
  if (!isInstalled || stillMissing.length > 0) {
    print(`apt-get did not bring what is needed; its messages are above. Still missing:\n${describe(stillMissing)}`);
  }
  return isInstalled && stillMissing.length === 0;
}
