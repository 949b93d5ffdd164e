import { nameAndId } from '../model/user.ts';
import { rowNow } from './logic/preview.ts';
import { type State, stepNow } from './state.ts';

/** "FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews (21) is kept": who gives and who receives, always in words. */
export function directionSentence(state: State): string {
  const { mode, plan, world } = state;
  const step = stepNow(state);
  const sentence = (source: number | null, target: number | null): string => {
    const name = (id: number | null): string => {
      const user = id === null ? undefined : world.byId.get(id);
      return user === undefined ? '…' : nameAndId(user);
    };
    return `FROM ${name(source)} INTO ${name(target)}, ${name(target)} is kept`;
  };
  if (step === 'run' || step === 'result') return runSentence(state, sentence);
  if (mode === 'single') return sentence(state.chosen.source, state.chosen.target);
  if (step === 'preview') return previewSentence(state, sentence);
  if (mode !== null && plan !== null && ['review', 'confirm', 'phrase'].includes(step)) {
    return manySentence(
      plan.pairs.map(({ source, target }) => ({ source: source.id, target: target.id })),
      sentence,
    );
  }
  const pairs = state.preview.match?.pairs ?? [];
  if (mode === 'bulk' && state.direction !== null && pairs.length > 0) return manySentence(pairs, sentence);
  if (mode === 'bulk') return 'FROM the sources INTO the targets of your file, the targets are kept';
  return '';
}

type Tell = (source: number | null, target: number | null) => string;

function previewSentence(state: State, tell: Tell): string {
  const { match } = state.preview;
  const row = rowNow(state);
  const pair = row === undefined ? undefined : match?.pairByLine.get(row.line);
  if (pair !== undefined) return tell(pair.source, pair.target);
  return row === undefined ? 'No row is shown' : `Line ${row.line}: nothing is carried for this row`;
}

function runSentence({ run, result }: State, tell: Tell): string {
  const pairs = result !== null && (run === null || run.state !== 'running') ? result.run.pairs : (run?.pairs ?? []);
  const settled = run === null ? 0 : run.counts.done + run.counts.failed;
  if (run?.state === 'running') {
    const now = pairs[Math.min(settled, pairs.length - 1)];
    return now === undefined ? '' : tell(now.source, now.target);
  }
  return manySentence(pairs, tell);
}

function manySentence(pairs: readonly { source: number; target: number }[], tell: Tell): string {
  const [first] = pairs;
  if (first === undefined) return '';
  const more = pairs.length === 1 ? '' : `; and ${pairs.length - 1} more pairs like it`;
  return tell(first.source, first.target) + more;
}
