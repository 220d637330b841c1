import './browser-style.h5';
