import type { Bag } from '../bag';
import { type Dispatched, dispatchEvent, type ViewEvent } from './dispatch-event';
import { formValue, groupValue, isChecked } from './form-value';
import { type Keyboard, TYPED_INTO } from './keyboard';
import type { PageLayout } from './layout';
import { attributeText, isOn, type ViewNode, walk } from './view-node';

export interface GesturePort {
  readonly keyboard: Pick<Keyboard, 'enter' | 'leave'>;
  /** When what happened before has reached the code; null: it has. */
  delivered(): Promise<void> | null;
  now(): number;
  layout(): PageLayout;
  scrollTop(): number;
  /** What a `<button open-type>` does beyond its tap; answers the detail of its event. */
  openType(name: string, button: ViewNode): Promise<{ readonly event: string; readonly detail: Bag } | null>;
  /** Two turns without a rendering: a tap does not wait for what a person has to answer first. */
  whenIdle(): Promise<void>;
  report(error: unknown): void;
  /** A finger taps: WeChat lets some calls happen only now. */
  tapped(): void;
  /** Something was typed or switched: the view shows it. */
  changed(): void;
}

const ancestor = (node: ViewNode, tags: readonly string[]): ViewNode | null => {
  for (let at = node.parent; at; at = at.parent) {
    if (tags.includes(at.tag)) return at;
  }
  return null;
};
const rootOf = (node: ViewNode): ViewNode => (node.parent ? rootOf(node.parent) : node);
const LABELLED = new Set(['button', 'checkbox', 'radio', 'switch', 'input']);

export interface Gestures {
  tap(node: ViewNode): Promise<void>;
  touch(type: string, node: ViewNode, touches: readonly Bag[], changedTouches: readonly Bag[]): void;
  toggleSwitch(node: ViewNode): void;
  /** Any event with a given detail; a `change` or `input` keeps the value in the control. */
  trigger(node: ViewNode, type: string, detail: unknown): void;
  dispatch(node: ViewNode, event: Omit<ViewEvent, 'timeStamp'>): Dispatched;
}

/** What fingers do to built-in components. */
export function createGestures(port: GesturePort): Gestures {
  const dispatch: Gestures['dispatch'] = (node, event) => dispatchEvent(node, { ...event, timeStamp: port.now() });
  const rect = (node: ViewNode) => {
    const found = port.layout().rectOf(node);
    if (!found) return { left: 0, top: 0, width: 0, height: 0 };
    return found.fixed ? found : { ...found, top: found.top - port.scrollTop() };
  };

  const withCanvasPlace = (node: ViewNode, touches: readonly Bag[]): Bag[] => {
    const { left, top } = rect(node);
    return touches.map((touch, index) => {
      const x = Number(touch.clientX ?? touch.pageX ?? 0);
      const y = Number(touch.clientY ?? touch.pageY ?? 0);
      const full = {
        identifier: index,
        pageX: x,
        pageY: y + port.scrollTop(),
        clientX: x,
        clientY: y,
        force: 1,
        ...touch,
      };
      // Touches on a canvas carry their place on it instead.
      return node.tag === 'canvas' ? { x: x - left, y: y - top, ...full } : full;
    });
  };

  const toggle = (node: ViewNode) => {
    const group = ancestor(node, ['checkbox-group', 'radio-group']);
    if (node.tag === 'radio') {
      if (isChecked(node)) return;
      for (const other of group ? walk(group) : []) {
        if (other.tag === 'radio') other.state.checked = false;
      }
    }
    node.state.checked = node.tag === 'radio' || !isChecked(node);
    port.changed();
    if (node.tag === 'switch') dispatch(node, { type: 'change', detail: { value: node.state.checked } });
    else if (group) dispatch(group, { type: 'change', detail: { value: groupValue(group) } });
  };

  const submitForm = (button: ViewNode) => {
    const kind = attributeText(button, 'form-type');
    const form = kind ? ancestor(button, ['form']) : null;
    if (!form) return;
    if (kind === 'submit') {
      dispatch(form, { type: 'submit', detail: { value: formValue(form), target: {} } });
    } else if (kind === 'reset') {
      for (const node of walk(form)) {
        if (node.state.value !== undefined) node.state.value = '';
        if (node.state.checked !== undefined) node.state.checked = false;
      }
      port.changed();
      dispatch(form, { type: 'reset', detail: {} });
    }
  };

  const openTypeAction = async (openType: string, node: ViewNode): Promise<void> => {
    let waited = true;
    const work = port.openType(openType, node).then((answer) => {
      if (answer) dispatch(node, { type: answer.event, detail: answer.detail });
    });
    work.catch((error: unknown) => {
      if (!waited) port.report(error);
    });
    await Promise.race([work, port.whenIdle()]);
    waited = false;
  };

  /** What the component itself does when tapped, after its tap event. */
  const ownAction = async (node: ViewNode): Promise<void> => {
    if (isOn(node, 'disabled')) return;
    if (node.tag === 'button') {
      submitForm(node);
      const openType = attributeText(node, 'open-type');
      if (openType) await openTypeAction(openType, node);
    } else if (['checkbox', 'radio', 'switch'].includes(node.tag)) {
      toggle(node);
    } else if (TYPED_INTO.has(node.tag)) {
      port.keyboard.enter(node);
    }
  };

  const controlOf = (label: ViewNode): ViewNode | null => {
    const wanted = attributeText(label, 'for');
    const nodes = [...walk(wanted ? rootOf(label) : label)];
    return nodes.find((node) => (wanted ? attributeText(node, 'id') === wanted : LABELLED.has(node.tag))) ?? null;
  };

  /** The component on the way up that acts on the tap: a tap on a button's text is a tap on the button. */
  const actorOf = (node: ViewNode): ViewNode | null => {
    for (let at: ViewNode | null = node; at; at = at.parent) {
      if (LABELLED.has(at.tag) || TYPED_INTO.has(at.tag)) return at;
      if (at.tag === 'label') return controlOf(at);
    }
    return null;
  };

  return {
    dispatch,
    async tap(node) {
      const { left, top, width, height } = rect(node);
      const [x, y] = [left + width / 2, top + height / 2];
      const touches = withCanvasPlace(node, [{ identifier: 0, clientX: x, clientY: y }]);
      const actor = actorOf(node);
      port.keyboard.leave(actor);
      const earlier = port.delivered();
      if (earlier) await earlier;
      dispatch(node, { type: 'touchstart', detail: {}, touches, changedTouches: touches });
      dispatch(node, { type: 'touchend', detail: {}, touches: [], changedTouches: touches });
      // A disabled button swallows the tap.
      if (actor?.tag === 'button' && isOn(actor, 'disabled')) return;
      port.tapped();
      dispatch(node, { type: 'tap', detail: { x, y }, touches, changedTouches: touches });
      if (actor) await ownAction(actor);
    },
    touch(type, node, touches, changedTouches) {
      dispatch(node, {
        type,
        detail: {},
        touches: withCanvasPlace(node, touches),
        changedTouches: withCanvasPlace(node, changedTouches),
      });
    },
    toggleSwitch(node) {
      if (!isOn(node, 'disabled')) toggle(node);
    },
    trigger(node, type, detail) {
      if ((type === 'change' || type === 'input') && detail && typeof detail === 'object' && 'value' in detail) {
        node.state.value = (detail as Bag).value;
      }
      dispatch(node, { type, detail });
    },
  };
}
