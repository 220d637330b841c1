export { chooseCsv, chooseTable, handlesCsv } from './choose-csv.h5';
