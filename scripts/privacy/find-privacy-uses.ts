import { type PrivacyKind, WECHAT_PRIVACY_INTERFACES } from './wechat-privacy-interfaces';

/** A file of the built mini-program. */
export interface BundleFile {
  /** Below the build's folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** A privacy-relevant interface found in the bundle. */
export interface PrivacyUse {
  readonly privacyKey: string;
  /** As the table names it: `chooseMedia`, `button.getPhoneNumber`, `<camera>`, `input.nickname`, `authorize.camera`. */
  readonly api: string;
  /** The first file that uses it. */
  readonly file: string;
}

interface Probe {
  readonly privacyKey: string;
  readonly api: string;
  readonly files: RegExp;
  readonly pattern: RegExp;
}

const SCRIPTS = /\.js$/;
const TEMPLATES = /\.wxml$/;
const SCRIPTS_AND_TEMPLATES = /\.(?:js|wxml)$/;

/** Taro lists the names of all methods as quoted text: only an access to a member counts. */
const memberAccess = (method: string) => new RegExp(`\\.${method}\\b|\\[["']${method}["']\\]`);
const openType = (type: string) =>
  new RegExp(`(?:openType|["']?open-type["']?)\\s*[:=]\\s*["'][^"']*\\b${type}\\b[^"']*["']`);

const probesOf = (kind: PrivacyKind): Probe[] => {
  const { privacyKey, methods = [], openTypes = [], components = [], inputTypes = [], scopes = [] } = kind;
  const probe = (api: string, files: RegExp, pattern: RegExp): Probe => ({ privacyKey, api, files, pattern });
  return [
    ...methods.map((name) => probe(name, SCRIPTS, memberAccess(name))),
    ...openTypes.map((name) => probe(`button.${name}`, SCRIPTS_AND_TEMPLATES, openType(name))),
    // The templates hold only what the pages use.
    ...components.map((name) => probe(`<${name}>`, TEMPLATES, new RegExp(`<${name}[\\s/>]`))),
    ...inputTypes.map((name) =>
      probe(`input.${name}`, SCRIPTS_AND_TEMPLATES, new RegExp(`\\btype\\s*[:=]\\s*["']${name}["']`)),
    ),
    ...scopes.map((name) =>
      probe(`authorize.${name}`, SCRIPTS, new RegExp(`\\bscope\\s*:\\s*["']scope\\.${name}["']`)),
    ),
  ];
};

const PROBES = WECHAT_PRIVACY_INTERFACES.flatMap(probesOf);

/** Every privacy-relevant interface that the bundle uses, once. */
export const findPrivacyUses = (files: readonly BundleFile[]): PrivacyUse[] =>
  PROBES.flatMap(({ privacyKey, api, files: wanted, pattern }) => {
    const user = files.find(({ path, text }) => wanted.test(path) && pattern.test(text));
    return user ? [{ privacyKey, api, file: user.path }] : [];
  });
