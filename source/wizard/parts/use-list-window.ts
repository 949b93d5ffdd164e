import { useRef } from 'react';
import { type ListWindow, listWindow } from './list-window.ts';

/** The window of `height` rows around `cursor` that scrolls no more than it must from one frame to the next. */
export function useListWindow(count: number, height: number, cursor: number): ListWindow {
  const start = useRef(0);
  const window = listWindow(count, height, cursor, start.current);
  start.current = window.start;
  return window;
}
