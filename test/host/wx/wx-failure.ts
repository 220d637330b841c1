import type { Bag } from '../bag';

/** A call that WeChat answers through `fail`: `errMsg` is `<method>:fail <reason>`. */
export class WxFailure extends Error {
  override readonly name = 'WxFailure';

  constructor(
    readonly reason: string,
    /** `errno`, `errCode` … where WeChat documents them. */
    readonly fields: Bag = {},
  ) {
    super(reason);
  }
}

function refuseParameter(options: Bag, name: string, expected: string): never {
  const value = options[name];
  const kind = value === null ? 'Null' : typeof value;
  const shown = kind.charAt(0).toUpperCase() + kind.slice(1);
  throw new WxFailure(`parameter error: parameter.${name} should be ${expected} instead of ${shown};`, { errno: 1001 });
}

/** @throws WxFailure with WeChat's text for a missing or wrong parameter */
export function requireText(options: Bag, name: string): string {
  const value = options[name];
  return typeof value === 'string' ? value : refuseParameter(options, name, 'String');
}

/** @throws WxFailure with WeChat's text for a missing or wrong parameter */
export function requireList(options: Bag, name: string): readonly unknown[] {
  const value = options[name];
  return Array.isArray(value) ? value : refuseParameter(options, name, 'Array');
}
