export { queryTrade } from './close-attempt';
