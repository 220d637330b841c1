export { ElectronicSealError, type ElectronicSealErrorCode } from './electronic-seal-error';
export { mostSealsOfRegion, sealCode } from './seal-code';
export type { SealPicture } from './seal-picture';
export { makeSignatureSeal } from './signature-seal';
export { longestSealName, makeUnitSeal, missingSealGlyphs, type UnitSealText, unitSealDiameter } from './unit-seal';
