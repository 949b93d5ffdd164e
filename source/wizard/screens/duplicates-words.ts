import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import { tellNamesApart } from '../../model/tell-names-apart.ts';
import { fullName, type User } from '../../model/user.ts';
import type { TextOptions } from '../../model/visible-text.ts';
import type { Duplicate } from '../../people/find-duplicates.ts';
import { listedDuplicates, markedDuplicates } from '../logic/duplicates.ts';
import type { State } from '../state.ts';

const NOBODY = 'No two accounts look like one person: none share an address, an employee ID or nearly a name.';

/** Why no pair is listed, and what to do. */
export function emptyText({ duplicates, task }: State): string {
  if (duplicates.found === null) return task === null ? 'Nothing was looked for. Esc goes back.' : '';
  return duplicates.found.length === 0 ? NOBODY : 'No pair fits what is typed. Try less of it; Esc empties the search.';
}

/** "42 of 100: the same name. James Anderson (20), inactive, is merged into Sam Rodgers (22), who is kept." */
export function aboutDuplicate({ source, target, score, reasons }: Duplicate, options: TextOptions = {}): string {
  const [ofSource, ofTarget] = tellNamesApart(fullName(source), fullName(target), options);
  const who = `${standingText(source, ofSource)} is merged into ${standingText(target, ofTarget)} who is kept`;
  return `${score} of 100: ${reasons.join('; ')}. ${who}.`;
}

function standingText(user: User, name: string): string {
  return `${name} (${user.id}), ${user.active ? 'active' : 'inactive'}, ${user.login || user.email},`;
}

/** "2 pairs marked, 1 of them not listed: Enter merges both"; empty where none is. */
export function markedText(state: State): string {
  const marked = markedDuplicates(state).length;
  if (marked === 0) return '';
  const listed = listedDuplicates(state).filter((each) => markedDuplicates(state).includes(each)).length;
  const hidden = marked === listed ? '' : `, ${numberText(marked - listed)} of them not listed`;
  const how = marked === 1 ? 'field by field' : 'as a bulk merge, which you review first';
  return `${countOf(marked, 'pair')} marked${hidden}; Enter merges ${marked === 1 ? 'it' : 'them'}, ${how}`;
}
