export interface FaceFrameProps {
  /** Of the vendor's page; its host must be a business domain (业务域名) of the mini-program. */
  readonly url: string;
  readonly onFailed: () => void;
}
