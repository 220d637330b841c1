/** WeChat answers through `fail` also who thought better of it: `scanCode:fail cancel` is nobody's fault. */
export const isCancellation = (failure: unknown): boolean => {
  const { errMsg } = (failure ?? {}) as { readonly errMsg?: unknown };
  return /fail cancel/.test(String(errMsg ?? ''));
};
