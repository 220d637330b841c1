export { nameDocumentLanguage } from './document-language.h5';
