import { showText } from './text-element.h5';

const frames: (() => void)[] = [];
const nextFrame = (): void => frames.splice(0).forEach((draw) => void draw());

beforeEach(() => {
  frames.length = 0;
  Object.assign(globalThis, { requestAnimationFrame: (draw: () => void) => frames.push(draw) });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, 'requestAnimationFrame');
});

/** Taro's field: it fails where it is told a text before it is drawn. */
function field() {
  const element = {
    firstElementChild: null as object | null,
    shown: '',
    set value(text: string) {
      if (!element.firstElementChild) throw new TypeError('no input');
      element.shown = text;
    },
  };
  return element;
}

test('a text for a field that is not drawn yet is shown when it is, the newest one', () => {
  const element = field();
  showText(element, '', '1');
  showText(element, '', '2');
  nextFrame();
  expect(element.shown).toBe('');
  element.firstElementChild = {};
  nextFrame();
  expect(element.shown).toBe('2');
});

test('what waited does not come after what was shown meanwhile', () => {
  const element = field();
  showText(element, '', 'old');
  element.firstElementChild = {};
  showText(element, '', 'new');
  nextFrame();
  expect(element.shown).toBe('new');
});
