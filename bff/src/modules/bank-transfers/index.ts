export { transferData } from './own-transfer';
