import type { TitleOutcome } from './form-rules';

/** Whether the person's list of invoice titles can be opened. */
export const canChooseInvoiceTitle = false;

/** Lets the person pick one of the invoice titles they keep in WeChat. */
export const chooseInvoiceTitle = async (): Promise<TitleOutcome> => 'failed';
