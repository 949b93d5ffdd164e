import { HandoverError } from '../../errors.ts';
import type { Mapping } from '../../model/mapping.ts';
import { foldText } from '../fold-text.ts';
import { findNearest } from './find-nearest.ts';

/** A mapping that can be named, and whether it ships with handover. */
export interface NamedMapping {
  mapping: Mapping;
  isPreset: boolean;
}

/** All mappings that can be named: the presets, then what the store keeps, by name. */
export function nameMappings(presets: readonly Mapping[], saved: readonly Mapping[]): NamedMapping[] {
  const own = saved.map((mapping) => ({ mapping, isPreset: false }));
  own.sort((left, right) => left.mapping.name.localeCompare(right.mapping.name, 'en'));
  return [...presets.map((mapping) => ({ mapping, isPreset: true })), ...own];
}

/**
 * The mapping of this name; presets also whatever the letter case.
 * @throws HandoverError `unknown-mapping` with the nearest name, or all of them
 */
export function findMapping(name: string, mappings: readonly NamedMapping[]): NamedMapping {
  const found =
    mappings.find(({ mapping }) => mapping.name === name) ??
    mappings.find(({ mapping, isPreset }) => isPreset && isSameName(mapping.name, name));
  if (found !== undefined) return found;
  const names = mappings.map(({ mapping }) => mapping.name);
  const near = findNearest(name, names);
  throw new HandoverError(
    'usage',
    'unknown-mapping',
    `There is no mapping “${name}”.`,
    near === null ? `There are: ${names.join(', ')}.` : `Did you mean “${near}”?`,
  );
}

/** Whether two names are too much alike to be two mappings' names: but for letter case, accents and full width the same. */
export function isSameName(name: string, other: string): boolean {
  return foldText(name) === foldText(other);
}
