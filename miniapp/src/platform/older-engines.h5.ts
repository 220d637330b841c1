// What iOS 14 and Chromium 86 lack in a browser; in WeChat the base library brings the same. The build's check
// (scripts/phones) reads this list, and fails where something is used that stands neither here nor in those engines.
import 'core-js/modules/es.array.at';
import 'core-js/modules/es.array.find-last';
import 'core-js/modules/es.object.has-own';
import 'core-js/modules/es.string.at-alternative';
import 'core-js/modules/es.string.replace-all';
