export { ElectronicSealError, type ElectronicSealErrorCode } from './electronic-seal-error';
export type { HolderBinding } from './read-seal';
export { mostSealsOfRegion, sealCode } from './seal-code';
export { longestSealName, mostHolderCertificates } from './seal-limits';
export type { SealMaker } from './seal-maker';
export type { SealPicture } from './seal-picture';
export type { SealType } from './seal-type';
export { type SealContent, signSeal } from './sign-seal';
export { makeSignatureSeal } from './signature-seal';
export { makeUnitSeal, missingSealGlyphs, type UnitSealText, unitSealDiameter } from './unit-seal';
export {
  type SealRefusal,
  type SealVerification,
  type SealVerificationOptions,
  type VerifiedSeal,
  verifySeal,
} from './verify-seal';
