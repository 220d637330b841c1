export { chooseCsv, handlesCsv } from './choose-csv.h5';
