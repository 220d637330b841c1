/** What may be given to customers inside a closed product: it asks for its notice and for nothing else. SPDX identifiers. */
export const SHIPPABLE: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  // Fonts: may be part of documents and programs, may not be sold by themselves.
  'OFL-1.1',
  'Unlicense',
  'Zlib',
];

/** What a developer's machine may have besides: it stays there. MPL binds changed files of its own only, and none is changed. */
export const FOR_BUILDING: readonly string[] = [...SHIPPABLE, 'CC-BY-3.0', 'CC-BY-4.0', 'MPL-2.0', 'Python-2.0'];

interface LookedAt {
  /** As a person found it in the package's files. */
  readonly licence: string;
  /** Why it may be there although the lists above, or the package's own words, do not say so. */
  readonly because: string;
}

/** Packages that somebody has looked at. One that is no longer installed is reported, so that the list stays short. */
export const LOOKED_AT: Readonly<Record<string, LookedAt>> = {
  '@resvg/resvg-wasm': {
    licence: 'MPL-2.0',
    because: 'shipped unchanged, and its source is public: that is all that MPL-2.0 asks for',
  },
  'caniuse-lite': { licence: 'CC-BY-4.0', because: 'a table that the build reads; nothing of it is in what is built' },
  'dom-walk': { licence: 'MIT', because: 'package.json has the old form `licenses`; the file LICENCE says MIT' },
  'exif-parser': { licence: 'MIT', because: 'package.json says nothing; the file LICENSE.md says MIT' },
  'qrcode-terminal': {
    licence: 'Apache-2.0',
    because: 'package.json has the old form `licenses`; the file LICENSE says Apache 2.0',
  },
  'string.fromcodepoint': {
    licence: 'MIT',
    because: 'package.json has the old form `licenses`; the file LICENSE-MIT.txt says MIT',
  },
  'webpack-chain': { licence: 'MPL-2.0', because: 'configures the build; nothing of it is in what is built' },
};
