/** What was read; `cancelled`: the person went back; `failed`: the phone could not scan. */
export type ScanOutcome = { readonly text: string } | 'cancelled' | 'failed';
