import './older-engines.h5';
