import './browser-style.scss';
