export { choosePhoto } from './choose-photo.h5';
