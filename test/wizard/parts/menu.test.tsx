import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Menu, type MenuItem } from '../../../source/wizard/parts/menu.tsx';

const DOWN = '\u001B[B';
const ITEMS: MenuItem<string>[] = [
  { value: 'single', label: 'One pair', detail: 'one person to another' },
  { value: 'bulk', label: 'A whole file', detail: 'a CSV of pairs' },
  { value: 'undo', label: 'Undo', disabled: 'nothing has run yet' },
];

afterEach(cleanup);

function show(items: readonly MenuItem<string>[] = ITEMS, initialValue?: string) {
  const onSelect = vi.fn<(value: string) => void>();
  const onHighlight = vi.fn<(value: string) => void>();
  const menu = (given: readonly MenuItem<string>[]) => (
    <Menu
      items={given}
      width={60}
      height={10}
      onSelect={onSelect}
      onHighlight={onHighlight}
      {...(initialValue === undefined ? {} : { initialValue })}
    />
  );
  const app = render(menu(items));
  const press = async (key: string) => {
    app.stdin.write(key);
    await new Promise(setImmediate);
  };
  return {
    ...app,
    press,
    onSelect,
    onHighlight,
    change: (given: readonly MenuItem<string>[]) => app.rerender(menu(given)),
  };
}

describe('Menu', () => {
  it('shows labels with their details in line, and the pointer at the first', () => {
    const { lastFrame } = show();
    expect(lastFrame()).toContain('❯ One pair      one person to another');
    expect(lastFrame()).toContain('  A whole file  a CSV of pairs');
  });

  it('chooses with arrows and Enter', async () => {
    const { press, onSelect, onHighlight } = show();
    await press(DOWN);
    expect(onHighlight).toHaveBeenLastCalledWith('bulk');
    await press('\r');
    expect(onSelect.mock.calls).toEqual([['bulk']]);
  });

  it('starts at the value asked for', async () => {
    const { press, onSelect } = show(ITEMS, 'bulk');
    await press('\r');
    expect(onSelect.mock.calls).toEqual([['bulk']]);
  });

  it('does nothing on a digit, and still hears Enter afterwards', async () => {
    const { press, onSelect } = show();
    for (const digit of ['1', '2', '9']) await press(digit);
    expect(onSelect).not.toHaveBeenCalled();
    await press('\r');
    expect(onSelect.mock.calls).toEqual([['single']]);
  });

  it('tells why an item cannot be chosen instead of choosing it', async () => {
    const { press, lastFrame, onSelect } = show();
    await press(DOWN);
    await press(DOWN);
    expect(lastFrame()).not.toContain('▲');
    await press('\r');
    expect(lastFrame()).toContain('▲ nothing has run yet');
    expect(onSelect).not.toHaveBeenCalled();
    await press(DOWN);
    expect(lastFrame()).not.toContain('▲');
  });

  it('survives Enter when its items have gone', async () => {
    const { press, change, onSelect } = show();
    await press(DOWN);
    change([]);
    await press('\r');
    expect(onSelect).not.toHaveBeenCalled();
  });
});
