/** What was read; `cancelled`: the person went back; `failed`: the phone could not scan. */
export type ScanOutcome = { readonly text: string } | 'cancelled' | 'failed';

/** WeChat answers both through `fail`: `scanCode:fail cancel` is nobody's fault. */
export const outcomeOfScanFailure = (failure: unknown): 'cancelled' | 'failed' => {
  const { errMsg } = (failure ?? {}) as { readonly errMsg?: unknown };
  return /fail cancel/.test(String(errMsg ?? '')) ? 'cancelled' : 'failed';
};
