/** Settings of earlier versions. Ignoring one silently would change what the service does. */
const RENAMED: Readonly<Record<string, string>> = {
  TRUST_PROXY: 'TRUSTED_PROXIES (how many proxies stand before this process)',
};

export const renamedSettingProblems = (given: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(RENAMED)
    .filter(([name]) => given[name] !== undefined && given[name] !== '')
    .map(([name, successor]) => `${name}: is no longer read; remove it and set ${successor}`);
