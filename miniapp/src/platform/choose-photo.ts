export { choosePhoto, openPermissionSettings } from './choose-photo.h5';
