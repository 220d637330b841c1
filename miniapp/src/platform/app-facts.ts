export { type AppFacts, readAppFacts } from './app-facts.h5';
