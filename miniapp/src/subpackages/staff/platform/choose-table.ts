export { chooseCsv, chooseTable, handlesTables } from './choose-table.h5';
