import { formatFen, type MoneySum } from '@acceptance/shared';
import { STAFF_RECONCILIATION_TEXT as TEXT } from '../texts-reconciliation';

export const sumWords = ({ count, fen }: MoneySum): string => TEXT.sums(count, formatFen(fen));
