/** Something of the operating system that the project runs, and the Debian package that brings it. */
export interface DebianNeed {
  readonly package: string;
  /** Programs that must be on the PATH; empty for fonts. */
  readonly executables: readonly string[];
  /** A file that must be there, of a package that is known by no program. */
  readonly file?: string;
  /** A language that some installed font must cover, as fontconfig names it. */
  readonly fontLanguage?: string;
  /** What fails without it. */
  readonly purpose: string;
}

export const DEBIAN_NEEDS: readonly DebianNeed[] = [
  { package: 'chromium', executables: ['chromium'], purpose: 'tests of the H5 build in a browser' },
  { package: 'fontconfig', executables: ['fc-list'], purpose: 'finding out which fonts there are' },
  { package: 'fonts-noto-cjk', executables: [], fontLanguage: 'zh-cn', purpose: 'Chinese text in the browser' },
  {
    package: 'fonts-babelstone-han',
    executables: [],
    file: '/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf',
    purpose: 'rare characters of names in contracts; the product runs without it, and cannot print some',
  },
  {
    package: 'poppler-utils',
    executables: ['pdftotext', 'pdftoppm', 'pdfinfo', 'pdffonts', 'pdfsig'],
    purpose: 'reading contracts in tests',
  },
  { package: 'unzip', executables: ['unzip'], purpose: 'unpacking evidence packages in tests' },
  { package: 'qpdf', executables: ['qpdf'], purpose: 'checking the structure of contracts' },
  { package: 'nginx-light', executables: ['nginx'], purpose: 'the reverse proxy before the BFF in tests' },
  {
    package: 'softhsm2',
    executables: ['softhsm2-util'],
    file: '/usr/lib/softhsm/libsofthsm2.so',
    purpose: 'tokens in software: tests of keys in PKCS#11 tokens and of the UKey agent',
  },
  { package: 'systemd', executables: ['systemd-analyze'], purpose: 'judging the units of scripts/deploy' },
  { package: 'openssl', executables: ['openssl'], purpose: 'judging signatures independently of our code' },
];
