import type { InvoiceTitle } from './form-rules';

/** Whether the person's list of invoice titles can be opened. */
export const canChooseInvoiceTitle = false;

/** Lets the person pick one of the invoice titles they keep in WeChat; null when they did not. */
export const chooseInvoiceTitle = async (): Promise<InvoiceTitle | null> => null;
