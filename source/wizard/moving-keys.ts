import type { Binding } from './key-binding.ts';
import type { Place } from './state.ts';

/** ↑ and ↓, called `label`. */
export function arrowKeys(label: string, places: readonly Place[]): Binding[] {
  return [
    { action: 'up', keys: ['up'], called: '↑', label, places },
    { action: 'down', keys: ['down'], called: '↓', label, places },
  ];
}

/** PgUp and PgDn. @param more keys that do as PgDn does */
export function pageKeys(places: readonly Place[], more: readonly string[] = []): Binding[] {
  return [
    { action: 'page-up', keys: ['page-up'], called: 'PgUp', label: 'page', places },
    { action: 'page-down', keys: ['page-down', ...more], called: 'PgDn', label: 'page', places },
  ];
}

/** ← and →, called `label`. @param left, right keys that do the same */
export function sideKeys(
  label: string,
  places: readonly Place[],
  { left = [], right = [] }: { left?: readonly string[]; right?: readonly string[] } = {},
): Binding[] {
  return [
    { action: 'left', keys: ['left', ...left], called: '←', label, places },
    { action: 'right', keys: ['right', ...right], called: '→', label, places },
  ];
}

/** Home and End, called `label`. */
export function endKeys(label: string, places: readonly Place[]): Binding[] {
  return [
    { action: 'first', keys: ['home'], called: 'Home', label, places },
    { action: 'last', keys: ['end'], called: 'End', label, places },
  ];
}
