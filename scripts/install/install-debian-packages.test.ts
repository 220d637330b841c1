import { DEBIAN_NEEDS } from './debian-needs';
import { installDebianPackages } from './install-debian-packages';
import { type OperatingSystem, thisOperatingSystem } from './operating-system';

const ALL_PACKAGES = DEBIAN_NEEDS.map((need) => need.package);

/** A machine with the given packages, on which apt-get brings those in `archive`. */
function machine({
  packages,
  isRoot = true,
  archive = ALL_PACKAGES,
  hasApt = true,
}: {
  packages: readonly string[];
  isRoot?: boolean;
  archive?: readonly string[];
  hasApt?: boolean;
}) {
  const installed = new Set(packages);
  const commands: string[] = [];
  const needFor = (name: string) => DEBIAN_NEEDS.find((need) => need.executables.includes(name));
  const system: OperatingSystem = {
    isRoot,
    hasExecutable: (name) => (name === 'apt-get' ? hasApt : installed.has(needFor(name)?.package ?? '')),
    hasFile: (path) => installed.has(DEBIAN_NEEDS.find((need) => need.file === path)?.package ?? ''),
    hasFontFor: (language) => language === 'zh-cn' && installed.has('fonts-noto-cjk'),
    run(command, args) {
      commands.push([command, ...args].join(' '));
      const wanted = args[0] === 'install' ? args.filter((name) => ALL_PACKAGES.includes(name)) : [];
      for (const name of wanted.filter((one) => archive.includes(one))) {
        installed.add(name);
      }
      return wanted.every((name) => archive.includes(name));
    },
  };
  const printed: string[] = [];
  const isComplete = installDebianPackages(system, (text) => printed.push(text));
  return { isComplete, commands, printed: printed.join('\n') };
}

describe('packages of the operating system', () => {
  it('does nothing and says nothing when everything is there', () => {
    expect(machine({ packages: ALL_PACKAGES })).toEqual({ isComplete: true, commands: [], printed: '' });
  });

  it('installs as root exactly what is missing', () => {
    const packages = ALL_PACKAGES.filter((name) => !['qpdf', 'fonts-noto-cjk', 'fonts-babelstone-han'].includes(name));
    expect(machine({ packages })).toMatchObject({
      isComplete: true,
      commands: [
        'apt-get update',
        'apt-get install --yes --no-install-recommends fonts-noto-cjk fonts-babelstone-han qpdf',
      ],
    });
  });

  it('fails when apt-get cannot bring a package, and names it', () => {
    const { isComplete, printed } = machine({ packages: ['openssl'], archive: ALL_PACKAGES.slice(1) });
    expect(isComplete).toBe(false);
    expect(printed).toContain('Still missing:\n  chromium: tests of the H5 build in a browser');
  });

  it.each([
    ['for who is not root', { isRoot: false }],
    ['where there is no apt-get', { hasApt: false }],
  ])('prints the one line to run, and fails, %s', (_, limits) => {
    const { isComplete, commands, printed } = machine({ packages: ['chromium', 'openssl'], ...limits });
    expect(isComplete).toBe(false);
    expect(commands).toEqual([]);
    expect(printed.split('\n').at(-1)).toBe(
      '  sudo apt-get update && sudo apt-get install --yes --no-install-recommends fontconfig fonts-noto-cjk fonts-babelstone-han poppler-utils unzip qpdf nginx-light softhsm2 systemd',
    );
  });
});

describe('this machine', () => {
  it('knows which programs it has', () => {
    expect(thisOperatingSystem.hasExecutable('sh')).toBe(true);
    expect(thisOperatingSystem.hasExecutable('no-such-program')).toBe(false);
  });

  it('knows which files it has', () => {
    expect(thisOperatingSystem.hasFile(__filename)).toBe(true);
    expect(thisOperatingSystem.hasFile(`${__filename}.none`)).toBe(false);
  });

  it('knows whether a command succeeded', () => {
    expect(thisOperatingSystem.run('sh', ['-c', 'exit 0'])).toBe(true);
    expect(thisOperatingSystem.run('sh', ['-c', 'exit 1'])).toBe(false);
    expect(thisOperatingSystem.run('no-such-program', [])).toBe(false);
  });

  it('finds no font for a language that does not exist', () => {
    expect(thisOperatingSystem.hasFontFor('xx-none')).toBe(false);
  });
});
