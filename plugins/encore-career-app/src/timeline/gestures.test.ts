import { dragAction, gestures } from './gestures';
import { type RangeControl } from './useRange';

const mouse = { shiftKey: false, pointerType: 'mouse' };

describe('dragAction', () => {
  it('does what is set, and the other with Shift', () => {
    expect(dragAction('select', mouse)).toBe('select');
    expect(dragAction('select', { ...mouse, shiftKey: true })).toBe('pan');
    expect(dragAction('pan', { ...mouse, shiftKey: true })).toBe('select');
  });
  it('pans with a finger', () => expect(dragAction('select', { ...mouse, pointerType: 'touch' })).toBe('pan'));
});

function listening(drag: 'select' | 'pan' = 'select') {
  const el = document.createElement('div');
  el.getBoundingClientRect = () => ({ left: 100, top: 0, width: 1000, height: 300 }) as DOMRect;
  Object.defineProperty(el, 'offsetWidth', { value: 500 });
  const handlers = {
    onHover: jest.fn(),
    onClick: jest.fn(),
    onDoubleClick: jest.fn(),
    onBrush: jest.fn(),
    onSelect: jest.fn(),
  };
  const preview = jest.fn();
  const control: RangeControl = {
    range: { from: 0, to: 1000 },
    home: null,
    preview,
    commit: jest.fn(),
    reset: jest.fn(),
  };
  const end = gestures(el, () => ({ control, handlers, wheel: 'zoom', drag }));
  const fire = (type: string, clientX: number) => {
    const event = new MouseEvent(type, { clientX, clientY: 10, button: 0, bubbles: true });
    el.dispatchEvent(Object.assign(event, { pointerId: 1, pointerType: 'mouse' }));
  };
  return { handlers, preview, fire, end };
}

describe('a drag', () => {
  it('selects between both its ends in the panel’s own px, whatever its direction', () => {
    const { handlers, fire } = listening();
    fire('pointerdown', 700);
    fire('pointermove', 500);
    expect(handlers.onBrush).toHaveBeenLastCalledWith([200, 300]);
    fire('pointerup', 300);
    expect(handlers.onSelect).toHaveBeenCalledWith([100, 300]);
    expect(handlers.onBrush).toHaveBeenLastCalledWith(null);
  });

  it('stays inside the plot', () => {
    const { handlers, fire } = listening();
    fire('pointerdown', 700);
    fire('pointermove', 5000);
    fire('pointerup', 5000);
    expect(handlers.onSelect).toHaveBeenCalledWith([300, 500]);
  });

  it('is a click while it has hardly moved', () => {
    const { handlers, fire } = listening();
    fire('pointerdown', 700);
    fire('pointermove', 702);
    fire('pointerup', 702);
    expect([handlers.onClick.mock.calls.length, handlers.onSelect.mock.calls.length]).toEqual([1, 0]);
  });

  it('is given up by Escape', () => {
    const { handlers, fire } = listening();
    fire('pointerdown', 700);
    fire('pointermove', 500);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(handlers.onBrush).toHaveBeenLastCalledWith(null);
    fire('pointerup', 300);
    expect(handlers.onSelect).not.toHaveBeenCalled();
  });

  it('pans where that is set', () => {
    const { handlers, preview, fire } = listening('pan');
    fire('pointerdown', 700);
    fire('pointermove', 500);
    expect(preview).toHaveBeenCalledWith({ from: 200, to: 1200 });
    expect(handlers.onBrush).not.toHaveBeenCalledWith(expect.any(Array));
  });

  it('does nothing after the listening has ended', () => {
    const { handlers, fire, end } = listening();
    end();
    fire('pointermove', 500);
    expect(handlers.onHover).not.toHaveBeenCalled();
  });
});
