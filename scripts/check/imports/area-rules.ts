import type { AreaKind } from './area-of';

/** What one area may import besides its own files. design.md, section 2, as data. */
export interface AreaRule {
  readonly mayImport: readonly AreaKind[];
  /** Areas of which only types may be imported. */
  readonly mayImportTypes?: readonly AreaKind[];
  /** Names of packages, `*` at the end for a prefix; left out: any but the vendors' SDKs. */
  readonly packages?: readonly string[];
  readonly node: boolean;
  /** Shown with every violation. */
  readonly instead: string;
}

/** SDKs of remotes. They live in adapters only; a stand-in that used one would be judged by itself. */
export const VENDOR_SDKS: readonly string[] = ['tencentcloud-*', 'wechatpay-*'];

const EVERYTHING_OF_BFF: readonly AreaKind[] = [
  'bff-wiring',
  'bff-config',
  'bff-foundation',
  'bff-port',
  'bff-adapter',
  'bff-module',
  'bff-contract-pdf',
  'bff-pki',
  'bff-signing-keys',
  'bff-electronic-seal',
  'bff-threads',
  'bff-keys',
  'bff-calendar',
];

const BELOW_PAGES: readonly AreaKind[] = [
  'miniapp-feature',
  'miniapp-component',
  'miniapp-api',
  'miniapp-platform',
  'miniapp-foundation',
];

export const AREA_RULES: Record<AreaKind, AreaRule> = {
  shared: {
    mayImport: [],
    packages: ['valibot'],
    node: false,
    instead: 'keep shared pure: valibot only; pass in what needs I/O, a clock or a framework',
  },
  'bff-wiring': {
    mayImport: ['shared', ...EVERYTHING_OF_BFF],
    node: true,
    instead: 'wire only what is in bff and shared; give other things in as configuration',
  },
  'bff-config': {
    // pki and signing-keys: whether a file of a key opens, and a name of a key in a token is one, is said with all other problems
    mayImport: ['shared', 'bff-keys', 'bff-calendar', 'bff-pki', 'bff-signing-keys'],
    node: true,
    instead: 'keep config a reader of the environment; container.ts hands its values to the others',
  },
  'bff-foundation': {
    mayImport: ['shared', 'bff-port', 'bff-threads', 'bff-keys'],
    mayImportTypes: ['bff-config'],
    node: true,
    instead: 'let the module bring what it needs and have container.ts pass it in',
  },
  'bff-port': {
    mayImport: [],
    mayImportTypes: ['shared'],
    packages: [],
    node: false,
    instead: 'declare the port with plain types and `import type` from @acceptance/shared',
  },
  'bff-adapter': {
    // contract-pdf is a library of our own: the adapter behind the contract port drives it like a vendor's
    mayImport: [
      'bff-port',
      'bff-contract-pdf',
      'bff-pki',
      'bff-signing-keys',
      'bff-electronic-seal',
      'bff-threads',
      'shared',
    ],
    mayImportTypes: ['bff-config'],
    packages: ['*'],
    node: true,
    instead: 'an adapter knows its port, config types and its vendor; take anything else as a constructor argument',
  },
  'bff-module': {
    // threads: for taking turns at the thread pool of the process; what runs in workers of our own is behind a port
    // pki: whoever is the authority, we check requests and certificates ourselves
    // electronic-seal: a seal is made, signed and checked in our process, whoever issues the certificate
    mayImport: [
      'shared',
      'bff-port',
      'bff-foundation',
      'bff-pki',
      'bff-electronic-seal',
      'bff-threads',
      'bff-keys',
      'bff-calendar',
    ],
    node: true,
    instead: "use a port or another module's index.ts, and let container.ts pass the implementation in",
  },
  'bff-contract-pdf': {
    // pki reads certificates, lists and distinguished encoding out of files that nobody vouches for
    mayImport: ['bff-pki'],
    packages: ['pdf-lib', 'fontkit', 'node-forge', 'jimp', 'piscina', '@expo-google-fonts/*', 'hanamin', 'lean-qr'],
    node: true,
    instead: 'keep it bytes in, bytes out: pass data in; a new pure library is added to its list in area-rules.ts',
  },
  'bff-pki': {
    mayImport: [],
    packages: ['@peculiar/asn1-*', 'sm-crypto-v2'],
    node: true,
    instead: 'keep it bytes in, bytes out: pass data in; a new pure library is added to its list in area-rules.ts',
  },
  'bff-signing-keys': {
    // files and tokens that hold private keys: for whoever signs, whatever is signed
    mayImport: ['bff-pki', 'bff-threads'],
    packages: ['koffi'],
    node: true,
    instead:
      'keep it private keys and where they lie: what is signed, and what a failure means, is for the adapters to say',
  },
  'bff-electronic-seal': {
    // contract-pdf has the fonts and the ink of signatures; pki the keys, certificates and chains
    mayImport: ['bff-contract-pdf', 'bff-pki'],
    packages: ['@peculiar/asn1-*', '@resvg/resvg-wasm'],
    node: true,
    instead: 'keep it bytes in, bytes out: pass data in; a new pure library is added to its list in area-rules.ts',
  },
  'bff-threads': {
    mayImport: [],
    packages: ['piscina', 'esbuild'],
    node: true,
    instead: 'keep it free of the product: what is run, and what a failure means, is for the caller to say',
  },
  'bff-keys': {
    mayImport: [],
    packages: [],
    node: true,
    instead: 'keep it what settings and encryption both must know of keys, and nothing else',
  },
  'bff-calendar': {
    mayImport: [],
    packages: ['chinese-days'],
    node: true,
    instead: 'keep it days and hours: what is promised, and of what, is for the modules to say',
  },
  'stand-in': {
    mayImport: ['shared'],
    node: true,
    instead: "write the vendor's protocol again here: a stand-in must judge our code independently of it",
  },
  'script-before-install': {
    mayImport: [],
    packages: [],
    node: true,
    instead: 'use modules of node only: this runs before node_modules exists',
  },
  script: {
    // The settings of the mini-program's build, which the checks of that build hold it against.
    mayImport: ['shared', 'stand-in', 'script-before-install', 'miniapp-build', ...EVERYTHING_OF_BFF],
    node: true,
    instead: 'scripts drive bff and the stand-ins; the mini-program is reached through its build',
  },
  test: {
    mayImport: ['shared', 'stand-in', 'script', 'script-before-install', ...EVERYTHING_OF_BFF],
    packages: ['*'],
    node: true,
    instead: "assert through HTTP, the stand-ins' records and the built mini-program",
  },
  'miniapp-app': {
    mayImport: ['shared', ...BELOW_PAGES],
    node: false,
    instead: 'pages are reached by routes.ts, never by import',
  },
  'miniapp-page': {
    mayImport: ['shared', ...BELOW_PAGES],
    node: false,
    instead: 'move what two pages share into features/ or components/, and go to other pages by routes.ts',
  },
  'miniapp-feature': {
    mayImport: ['shared', ...BELOW_PAGES],
    node: false,
    instead: 'let the page use the feature, never the other way round; pass in what the page knows',
  },
  'miniapp-component': {
    mayImport: ['shared', 'miniapp-platform', 'miniapp-foundation'],
    mayImportTypes: ['miniapp-api'],
    node: false,
    instead: 'give the component its data and callbacks as props',
  },
  'miniapp-api': {
    mayImport: ['shared', 'miniapp-platform', 'miniapp-foundation'],
    node: false,
    instead: 'let the api layer return data or throw AppError; features decide what is shown',
  },
  'miniapp-platform': {
    mayImport: ['shared', 'miniapp-foundation'],
    node: false,
    instead: 'keep platform the lowest layer: WeChat and the browser behind one interface',
  },
  'miniapp-foundation': {
    mayImport: ['shared'],
    node: false,
    instead: 'what every layer uses may use no layer; move it into the layer it needs',
  },
  'miniapp-build': {
    mayImport: ['shared', 'miniapp-foundation', 'miniapp-app'],
    packages: ['*'],
    node: true,
    instead: 'configure the build with its own files and packages',
  },
  root: {
    mayImport: ['shared', 'script'],
    packages: ['*'],
    node: true,
    instead: 'put the code into the folder that design.md, section 2, gives it',
  },
};
