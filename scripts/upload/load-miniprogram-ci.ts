import { UploadRefusal } from './upload-plan';

/** The part of miniprogram-ci 2 that is used (developers.weixin.qq.com/miniprogram/dev/devtools/ci.html). */
export interface MiniprogramCi {
  readonly Project: new (options: object) => unknown;
  readonly upload: (options: object) => Promise<unknown>;
}

/** Not a dependency: it is large, and only the operator needs it, and only for this. */
export const INSTALL_LINE = 'npm install --no-save miniprogram-ci@2';

const isCi = (module: unknown): module is MiniprogramCi => {
  const { Project, upload } = (module ?? {}) as Partial<MiniprogramCi>;
  return typeof Project === 'function' && typeof upload === 'function';
};

/**
 * miniprogram-ci when it is installed.
 * @throws UploadRefusal with the line that installs it
 */
export async function loadMiniprogramCi(load: () => Promise<unknown>): Promise<MiniprogramCi> {
  const module = await load().catch((error: unknown) => {
    throw new UploadRefusal(`miniprogram-ci is not installed. Install it with:\n  ${INSTALL_LINE}`, { cause: error });
  });
  const ci = (module as { readonly default?: unknown }).default ?? module;
  if (!isCi(ci)) {
    throw new UploadRefusal(`This miniprogram-ci is another one than expected. Install it with:\n  ${INSTALL_LINE}`);
  }
  return ci;
}
