export { nameInkOf, sha256OfNameInk, showNamePicture } from './name-picture';
export { openPerson, PERSON_PURPOSE, type Person, sealPerson } from './person';
