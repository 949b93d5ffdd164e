import stringWidth from 'string-width';
import { numberText } from '../model/number-text.ts';
import { tellNamesApart } from '../model/tell-names-apart.ts';
import { fullName, type User } from '../model/user.ts';
import { visibleText } from '../model/visible-text.ts';
import { careSentence } from './care-sentence.ts';
import { cutText } from './cut-text.ts';
import { importSentence, tellRow } from './import-sentence.ts';
import { isImporting } from './import-steps.ts';
import { listedDuplicates } from './logic/duplicates.ts';
import { rowNow } from './logic/preview.ts';
import { listedPairs } from './logic/run-pairs.ts';
import type { Look } from './look.ts';
import { operationNow } from './operation.ts';
import { rowState, type Side, sidesOf } from './row-sides.ts';
import { isFromFile, type State, stepNow } from './state.ts';
import type { StepId } from './steps.ts';
import { undoSentence } from './undo-sentence.ts';

interface Ids {
  source: number;
  target: number;
}

/** Ids of which one or both are not chosen yet. */
interface SomeIds {
  source: number | null;
  target: number | null;
}

/**
 * "FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept": who gives and who receives, always in words
 * and always whole. Where it would be wider than `width` columns the names are cut, never the ids.
 */
export function directionSentence(state: State, width: number, look: Look): string {
  const tell = (ids: SomeIds, tail = '') => {
    // Of an import, whose rows have one person each.
    if (ids.source !== null && ids.source === ids.target) return tellRow(state, ids.source, tail, width, look);
    const user = (id: number | null) => (id === null ? undefined : state.world.byId.get(id));
    return tellPair({ source: user(ids.source), target: user(ids.target) }, tail, width, look);
  };
  const tellMany = (pairs: readonly Ids[]) => {
    const [first] = pairs;
    if (first === undefined) return '';
    return tell(first, pairs.length === 1 ? '' : `; and ${numberText(pairs.length - 1)} more`);
  };
  const { mode, plan, chosen, preview, merge } = state;
  const step = stepNow(state);
  const care = careSentence(state, width, look);
  if (care !== null) return care;
  if (isImporting(state) && !RUNNING.includes(step)) return importSentence(state, width, look);
  const undo = undoSentence(state, width, look);
  if (undo !== null) return undo;
  if (step === 'run' || step === 'result' || step === 'pairs') return runSentence(state, tell, tellMany);
  if (step === 'duplicates') {
    const here = listedDuplicates(state)[state.duplicates.cursor];
    return here === undefined
      ? 'Accounts that may be one person’s'
      : tell({ source: here.source.id, target: here.target.id });
  }
  if (mode === 'single' || mode === 'merge') return tell(chosen);
  const isPairOpen = mode === 'bulk-merge' && (step === 'fields' || step === 'courses');
  if (isPairOpen && merge.pair !== null) return tell(merge.pair);
  if (step === 'preview') return previewSentence(state, tell, width, look);
  if (mode !== null && plan !== null && ['review', 'confirm', 'phrase'].includes(step)) {
    return tellMany(plan.pairs.map(({ source, target }) => ({ source: source.id, target: target.id })));
  }
  if (isFromFile(state) && ['types', 'policy', 'conflicts'].includes(step)) return tellMany(preview.match?.pairs ?? []);
  return isFromFile(state) ? 'FROM the sources INTO the targets of your file, the targets are kept' : '';
}

/** Steps that tell of a run, whatever way it came by. */
const RUNNING: readonly StepId[] = ['run', 'result', 'pairs'];

type Tell = (ids: SomeIds) => string;

function tellPair(
  { source, target }: { source: User | undefined; target: User | undefined },
  tail: string,
  width: number,
  look: Look,
): string {
  const unknown = look.ascii ? '...' : '…';
  const idOf = (user: User | undefined) => (user === undefined ? '' : ` (${user.id})`);
  type Name = (user: User | undefined) => string;
  // Where both are called alike, the id alone says who is kept.
  const build = (name: Name, keptId: string) =>
    `FROM ${name(source)}${idOf(source)} INTO ${name(target)}${idOf(target)}, ${name(target)}${keptId} is kept${tail}`;
  const called = (user: User | undefined) => (user === undefined ? unknown : fullName(user));
  const names = tellNamesApart(called(source), called(target), look).map((name) => visibleText(name, look));
  const nameOf: Name = (user) => names[user === source ? 0 : 1] ?? unknown;
  const fitted = (keptId: string) => {
    const room = Math.max(3, Math.floor((width - stringWidth(build(() => '', keptId))) / 3));
    const cut: Name =
      stringWidth(build(nameOf, keptId)) <= width ? nameOf : (user) => cutText(nameOf(user), room, look);
    return { cut, text: build(cut, keptId) };
  };
  const { cut, text } = fitted('');
  return cut(source) === cut(target) ? fitted(idOf(target)).text : text;
}

/** A row that is no pair says so, and names whom it names. */
function previewSentence(state: State, tell: Tell, width: number, look: Look): string {
  const row = rowNow(state);
  if (row === undefined) return 'No row is shown';
  const pair = state.preview.match?.pairByLine.get(row.line);
  if (pair !== undefined) return tell(pair);
  const { source, target } = sidesOf(state, row);
  const name = ({ user, text }: Side) => {
    if (user !== undefined) return `${visibleText(fullName(user), look)} (${user.id})`;
    return text === '' ? 'nobody' : `“${visibleText(text, look)}”`;
  };
  const isProblem = state.preview.match?.problemsByLine.has(row.line) ?? false;
  const what = isProblem ? 'has a problem' : `is ${rowState(state, row)}`;
  const goes = operationNow(state) === 'merge' ? 'nobody is merged' : 'nothing goes';
  return cutText(`Line ${row.line} ${what}: ${goes} FROM ${name(source)} INTO ${name(target)}`, width, look);
}

function runSentence(state: State, tell: Tell, tellMany: (pairs: readonly Ids[]) => string): string {
  const { run, result } = state;
  if (stepNow(state) === 'result') return tellMany(result?.run.pairs ?? []);
  if (stepNow(state) === 'pairs') {
    const here = listedPairs(state)[state.pairCursor];
    return here === undefined ? '' : tell(here);
  }
  if (run === null || run.state !== 'running') return tellMany(run?.pairs ?? []);
  const settled = run.counts.done + run.counts.failed;
  const now = run.pairs[Math.min(settled, run.pairs.length - 1)];
  return now === undefined ? '' : tell(now);
}
