export type { ParcelOf, SentParcel } from './sent-parcel';
export { shippingChanged } from './shipping-changed';
