/** The parts of the repository that have rules of their own about what they may import. */
export type AreaKind =
  | 'shared'
  | 'bff-wiring'
  | 'bff-config'
  | 'bff-foundation'
  | 'bff-port'
  | 'bff-adapter'
  | 'bff-module'
  | 'bff-contract-pdf'
  | 'bff-pki'
  | 'bff-signing-keys'
  | 'bff-electronic-seal'
  | 'bff-threads'
  | 'bff-keys'
  | 'bff-calendar'
  | 'stand-in'
  | 'script-before-install'
  | 'script'
  | 'test'
  | 'miniapp-app'
  | 'miniapp-page'
  | 'miniapp-feature'
  | 'miniapp-component'
  | 'miniapp-api'
  | 'miniapp-platform'
  | 'miniapp-foundation'
  | 'miniapp-build'
  | 'root';

/** Where a file belongs. `name` tells equals apart: which module, adapter, page or sub-package. */
export interface Area {
  readonly kind: AreaKind;
  readonly name: string;
}

/** First match wins; the first group of a pattern, where there is one, is the area's name. */
const AREAS: readonly (readonly [pattern: RegExp, kind: AreaKind])[] = [
  [/^shared\//, 'shared'],
  // create-adapters.ts and create-certificate-authority.ts are the part of container.ts that knows the remotes,
  // foundations.ts the one that knows the settings, stored-collections.ts the one that knows the database before the areas do
  [
    /^bff\/src\/(?:main|create-app|container|create-adapters|create-certificate-authority|areas|foundations|stored-collections)\.ts$/,
    'bff-wiring',
  ],
  [/^bff\/src\/config\//, 'bff-config'],
  [/^bff\/src\/ports\//, 'bff-port'],
  [/^bff\/src\/adapters\/([^/]+)/, 'bff-adapter'],
  [/^bff\/src\/modules\/([^/]+)/, 'bff-module'],
  [/^bff\/src\/contract-pdf\//, 'bff-contract-pdf'],
  [/^bff\/src\/pki\//, 'bff-pki'],
  [/^bff\/src\/signing-keys\//, 'bff-signing-keys'],
  [/^bff\/src\/electronic-seal\//, 'bff-electronic-seal'],
  [/^bff\/src\/threads\//, 'bff-threads'],
  [/^bff\/src\/keys\//, 'bff-keys'],
  [/^bff\/src\/calendar\//, 'bff-calendar'],
  // http, database, jobs and whatever else the modules stand on
  [/^bff\//, 'bff-foundation'],
  [/^scripts\/stand-ins\//, 'stand-in'],
  [/^scripts\/.*\.mjs$/, 'script-before-install'],
  [/^scripts\//, 'script'],
  [/^test\//, 'test'],
  [/^miniapp\/src\/app(?:\.config)?\.tsx?$/, 'miniapp-app'],
  [/^miniapp\/src\/(pages\/[^/]+)/, 'miniapp-page'],
  [/^miniapp\/src\/(subpackages\/[^/]+)/, 'miniapp-page'],
  [/^miniapp\/src\/features\/([^/]+)/, 'miniapp-feature'],
  // theme holds what components look like, such as large type, which is kept in the platform's storage
  [/^miniapp\/src\/(?:components|theme)\//, 'miniapp-component'],
  [/^miniapp\/src\/api\//, 'miniapp-api'],
  [/^miniapp\/src\/platform\//, 'miniapp-platform'],
  // routes, styles, texts: what every layer may use
  [/^miniapp\/src\//, 'miniapp-foundation'],
  [/^miniapp\//, 'miniapp-build'],
];

/** The area of a path below the repository's root. */
export function areaOf(path: string): Area {
  for (const [pattern, kind] of AREAS) {
    const match = pattern.exec(path);
    if (match) {
      return { kind, name: match[1] ?? '' };
    }
  }
  return { kind: 'root', name: '' };
}

/** Tests and what only tests use may import anything, except across the wire between mini-program and back end. */
export const isTestCode = (path: string): boolean => /\.test\.tsx?$|(?:^|\/)testing\//.test(path);
