export { openPerson, PERSON_PURPOSE, type Person, sealPerson } from './person';
