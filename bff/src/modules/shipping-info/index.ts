export type { ParcelOf, SentParcel } from './sent-parcel';
export { tellShippingAnew } from './tell-shipping-anew';
