export { canChooseInvoiceTitle, chooseInvoiceTitle } from './choose-invoice-title.h5';
