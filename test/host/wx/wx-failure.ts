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

/** @throws WxFailure with WeChat's text for a missing or wrong parameter */
export function requireText(options: Bag, name: string): string {
  const value = options[name];
  if (typeof value !== 'string') {
    const kind = value === null ? 'Null' : typeof value;
    const shown = kind.charAt(0).toUpperCase() + kind.slice(1);
    throw new WxFailure(`parameter error: parameter.${name} should be String instead of ${shown};`, { errno: 1001 });
  }
  return value;
}
