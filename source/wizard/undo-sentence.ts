import stringWidth from 'string-width';
import { numberText } from '../model/number-text.ts';
import { fullName, type User } from '../model/user.ts';
import { visibleText } from '../model/visible-text.ts';
import { cutText } from './cut-text.ts';
import { tellRowBack } from './import-sentence.ts';
import { listedPairs } from './logic/run-pairs.ts';
import { isCarriedAgain } from './logic/undo.ts';
import type { Look } from './look.ts';
import { type State, stepNow } from './state.ts';
import { isUndoing } from './steps.ts';

/**
 * "UNDO of run 2026-…: BACK TO John Smith (19) FROM Jenny Andrews (21)": who gets back from whom, in `width` columns;
 * where an undo is undone "UNDO of undo 2026-…: AGAIN FROM John Smith (19) INTO Jenny Andrews (21)". The run gives way
 * before any name does, the ids never. Null where nothing is being put back.
 */
export function undoSentence(state: State, width: number, look: Look): string | null {
  const back = undoNow(state);
  return back === null ? null : tellBack(state, back, width, look);
}

interface Ids {
  source: number;
  target: number;
}

/** What is put back at this step: of which run, and the pairs, the next one first: an undo begins with the last. */
interface Back {
  run: string;
  pairs: readonly Ids[];
  /** Whether it is at work, one pair after the other. */
  isRunning: boolean;
}

function undoNow(state: State): Back | null {
  const { plan, undo, run, result } = state;
  switch (stepNow(state)) {
    case 'undo-types':
      return undo === null ? null : { run: undo.run, pairs: undo.named.toReversed(), isRunning: false };
    case 'undo-review':
    case 'undo-confirm':
    case 'phrase': {
      if (!isUndoing(state)) return null;
      const planned = plan?.pairs.map(({ source, target }) => ({ source: source.id, target: target.id }));
      return {
        run: plan?.undoOf?.run ?? undo?.run ?? '',
        pairs: planned ?? undo?.named.toReversed() ?? [],
        isRunning: false,
      };
    }
    case 'run': {
      if (run === null || run.undoOf === null) return null;
      const isRunning = run.state === 'running';
      const settled = isRunning ? run.counts.done + run.counts.failed : 0;
      return { run: run.undoOf, pairs: run.pairs.slice(Math.min(settled, run.pairs.length - 1)), isRunning };
    }
    case 'result':
      if (result === null || result.run.undoOf === null) return null;
      return { run: result.run.undoOf, pairs: result.run.pairs, isRunning: false };
    case 'pairs': {
      if (result === null || result.run.undoOf === null) return null;
      const here = listedPairs(state)[state.pairCursor];
      return { run: result.run.undoOf, pairs: here === undefined ? [] : [here], isRunning: false };
    }
    default:
      return null;
  }
}

function tellBack(state: State, { run, pairs, isRunning }: Back, width: number, look: Look): string {
  const [first] = pairs;
  if (first === undefined) return cutText(`UNDO of run ${run}`, width, look);
  const tail = pairs.length === 1 || isRunning ? '' : `; and ${numberText(pairs.length - 1)} more`;
  const { world } = state;
  const isAgain = isCarriedAgain(state, run);
  const of = `UNDO of ${isAgain ? 'undo' : 'run'} ${run}`;
  if (first.source === first.target) return tellRowBack(state, first.source, { of, isAgain, tail }, width, look);
  const [beforeSource, beforeTarget] = isAgain ? ['AGAIN FROM', 'INTO'] : ['BACK TO', 'FROM'];
  const [source, target] = [world.byId.get(first.source), world.byId.get(first.target)];
  const nameOf = (user: User | undefined) => (user === undefined ? 'user' : visibleText(fullName(user), look));
  const build = (head: string, room: number) => {
    const name = (user: User | undefined) => cutText(nameOf(user), room, look);
    return `${head}: ${beforeSource} ${name(source)} (${first.source}) ${beforeTarget} ${name(target)} (${first.target})${tail}`;
  };
  const whole = [of, 'UNDO'].map((head) => build(head, width));
  const fitting = whole.find((sentence) => stringWidth(sentence) <= width);
  if (fitting !== undefined) return fitting;
  const names = stringWidth(nameOf(source)) + stringWidth(nameOf(target));
  return build('UNDO', Math.max(3, Math.floor((width - stringWidth(build('UNDO', width)) + names) / 2)));
}
