import { countOf } from '../../model/finding.ts';
import { PAIR_LIMIT } from '../../model/pair.ts';
import { fullName, nameAndId } from '../../model/user.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import type { Duplicate } from '../../people/find-duplicates.ts';
import { foldText } from '../../people/fold-text.ts';
import { pickApart } from '../../people/write-duplicates-csv.ts';
import { type DuplicatesState, FRESH_DUPLICATES } from '../duplicates-state.ts';
import { bodySize } from '../layout.ts';
import { begin, goTo, say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { foundFile } from './found-file.ts';
import { type Logic, moveCursor } from './logic.ts';
import { startWay } from './start-way.ts';

/** At the list of accounts that may be one person's, which are looked for anew. */
export function openDuplicates(state: State): State {
  return goTo({ ...state, duplicates: FRESH_DUPLICATES }, 'duplicates');
}

/** Those that have each word that is typed: in a name, a login, an address, an ID, or the reason. */
export function listedDuplicates({ duplicates }: State): Duplicate[] {
  const words = foldText(duplicates.field.value.trim()).split(/\s+/);
  const found = duplicates.found ?? [];
  if (words.join('') === '') return [...found];
  return found.filter(({ source, target, reasons }) => {
    const people = [source, target].flatMap((user) => [user.id, fullName(user), user.login, user.email]);
    const text = foldText([...people, ...reasons].join(' '));
    return words.every((word) => text.includes(word));
  });
}

/** By which one of them is known, whichever of the two is merged into the other. */
export function duplicateKey({ source, target }: Duplicate): string {
  return pairKey(Math.min(source.id, target.id), Math.max(source.id, target.id));
}

/** The marked ones, whether the search lists them or not. */
export function markedDuplicates({ duplicates }: State): Duplicate[] {
  return (duplicates.found ?? []).filter((each) => duplicates.chosen.has(duplicateKey(each)));
}

/** Accounts that may be one person's, as the start of a merge of two, or of many. */
export const duplicatesLogic: Logic = {
  enter(state) {
    const here = { ...state, mode: null };
    return state.duplicates.found === null ? begin(here, { kind: 'find-duplicates' }) : here;
  },
  act(state, action) {
    const { duplicates } = state;
    const listed = listedDuplicates(state);
    const here = listed[duplicates.cursor];
    switch (action) {
      case 'enter':
        return mergeMeant(state, here);
      case 'left':
      case 'right':
        return here === undefined ? state : turnRound(state, here);
      case 'toggle':
        return here === undefined ? state : mark(state, here);
      case 'toggle-all':
        return markAll(state, listed);
      default: {
        const page = Math.max(1, bodySize(state).height - 6);
        return changed(state, { cursor: moveCursor(duplicates.cursor, action, listed.length, page) });
      }
    }
  },
  type: (state, press) => changed(state, { cursor: 0, field: editText(state.duplicates.field, press) }),
};

/** With an empty search. */
export function clearDuplicateSearch(state: State): State {
  return changed(state, { field: fieldOf(''), cursor: 0 });
}

/** With what was found. */
export function takeDuplicates(state: State, found: readonly Duplicate[]): State {
  return changed(state, { found, cursor: 0 });
}

function changed(state: State, parts: Partial<DuplicatesState>): State {
  return { ...state, notice: null, duplicates: { ...state.duplicates, ...parts } };
}

function turnRound(state: State, { source, target }: Duplicate): State {
  const found = (state.duplicates.found ?? []).map((each) =>
    each.source.id === source.id && each.target.id === target.id ? { ...each, source: target, target: source } : each,
  );
  const text = `The other way round: ${nameAndId(target)} is merged into ${nameAndId(source)}, who is kept.`;
  return say(changed(state, { found }), 'info', text);
}

/** Nobody is merged twice at one time: a pair that shares somebody with a marked one is not marked. */
function mark(state: State, here: Duplicate): State {
  const key = duplicateKey(here);
  const chosen = new Set(state.duplicates.chosen);
  if (chosen.delete(key)) return changed(state, { chosen });
  const shared = [here.source, here.target].find(({ id }) =>
    markedDuplicates(state).some(({ source, target }) => source.id === id || target.id === id),
  );
  if (shared !== undefined) {
    const text = `${nameAndId(shared)} is in another marked pair. Merge that one first, then look for duplicates again.`;
    return say(state, 'info', text);
  }
  return changed(state, { chosen: chosen.add(key) });
}

/** As many of those listed as can be merged at one time, the most certain first; where they are marked already, none. */
function markAll(state: State, listed: readonly Duplicate[]): State {
  const apart = pickApart([...markedDuplicates(state), ...listed]).slice(0, PAIR_LIMIT);
  const keys = apart.map(duplicateKey);
  if (keys.every((key) => state.duplicates.chosen.has(key))) return changed(state, { chosen: new Set() });
  const marked = changed(state, { chosen: new Set(keys) });
  const left = listed.filter((each) => !keys.includes(duplicateKey(each))).length;
  if (left === 0) return marked;
  const those = countOf(left, 'pair is not marked: it shares', 'pairs are not marked: they share');
  return say(marked, 'info', `${those} somebody with a marked one. Look for duplicates again once these are merged.`);
}

/** Onto the way of a merge: of two, or of as many pairs as are marked. */
function mergeMeant(state: State, here: Duplicate | undefined): State {
  const marked = markedDuplicates(state);
  const [first = here, second] = marked;
  if (first === undefined) return state;
  return second === undefined ? mergeTwo(state, first) : mergeMany(state, marked);
}

/** At both profiles, the two being chosen. */
function mergeTwo(state: State, { source, target }: Duplicate): State {
  const started = startWay({ ...state, drafts: state.drafts.filter((mode) => mode !== 'merge') }, 'merge');
  return goTo({ ...started, trail: state.trail, chosen: { source: source.id, target: target.id } }, 'profiles');
}

/** At the preview of these pairs, as if they were the rows of a file. */
function mergeMany(state: State, pairs: readonly Duplicate[]): State {
  const started = startWay({ ...state, drafts: state.drafts.filter((mode) => mode !== 'bulk-merge') }, 'bulk-merge');
  const file = { ...started.file, loaded: foundFile(pairs), isFound: true };
  return goTo({ ...started, trail: state.trail, file, direction: 'from-to' }, 'preview');
}
