import { installDebianPackages } from './install-debian-packages';
import { thisOperatingSystem } from './operating-system';

process.exitCode = installDebianPackages(thisOperatingSystem, console.log) ? 0 : 1;
