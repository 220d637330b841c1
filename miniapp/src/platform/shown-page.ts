import './shown-page.h5';
