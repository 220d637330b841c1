export { reencodePhoto } from './reencode-photo.h5';
