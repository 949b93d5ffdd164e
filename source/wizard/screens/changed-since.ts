import type { Catalogue } from '../../model/catalogue.ts';
import type { UndoChange } from '../../model/change.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { whyRowStays } from '../../model/why-row-stays.ts';
import { touchedSince } from '../../transfer/later-runs.ts';
import { type ChangedTally, tallyChanged } from '../../transfer/tally-changed.ts';
import { nounOfPlan } from './undo-review-words.ts';

/** No pane tells of more pairs than this. */
const LIMIT = 200;

/** What is not as the run left it, pair by pair and data type by data type, what the undo does about it, and which runs touched it since. `isAgain`: it puts back an undo. */
export function changedSince(plan: Plan, { types }: Catalogue, isAgain: boolean): string[] {
  const isOverwriting = plan.undoOf?.overwriteChanged ?? false;
  const labels = new Map(types.map(({ id, label }) => [id, label]));
  const changed = plan.pairs.filter(({ undo }) => Object.values(undo).some(isChanged));
  if (changed.length === 0) return ['Nothing has changed since the run: all that was chosen is put back.'];
  const told = changed.slice(0, LIMIT).flatMap((pair) => ['', ...pairLines(pair, labels, { plan, isAgain })]);
  const more = changed.length - LIMIT;
  const tally = tallyChanged(
    changed.flatMap(({ undo }) => Object.values(undo)),
    isOverwriting,
  );
  return [
    ...heading(tally, nounOfPlan(plan)),
    ...told,
    ...(more > 0
      ? ['', `… and ${numberText(more)} more ${nounOfPlan(plan)}s; the command "undo" tells of all of them.`]
      : []),
  ];
}

/** What is done about all of it, and what can be done besides. */
function heading({ overwritten, stays, overwritable }: ChangedTally, noun: string): string[] {
  return [
    ...(overwritten === 0
      ? []
      : [
          'OVERWRITTEN: what changed since the run is put back as it was before, and the changes are LOST, unless this undo is undone. o leaves it alone again.',
        ]),
    ...(stays === 0
      ? []
      : [`Left alone: what changed since the run stays as it is. ${wayOf(overwritten, overwritable, noun)}`]),
  ];
}

function wayOf(overwritten: number, overwritable: number, noun: string): string {
  if (overwritable > 0) return 'o puts back what can be all the same; the changes are lost then.';
  if (noun === 'row') {
    return `${overwritten > 0 ? 'That cannot' : 'None of it can'} be overwritten, for the reason that is told with it. Where a run brought that about, it can be undone first.`;
  }
  const what = overwritten > 0 ? 'That' : 'None of it can be overwritten: it';
  return `${what} went on to somebody else or was replaced since, or hangs together with what did. The runs that touched it can be undone first.`;
}

function isChanged({ changed }: UndoChange): boolean {
  return changed > 0;
}

function pairLines(
  pair: PlannedPair,
  labels: ReadonlyMap<string, string>,
  { plan: { undoOf }, isAgain }: { plan: Plan; isAgain: boolean },
): string[] {
  const { source, target, undo } = pair;
  const since = touchedSince(pair);
  const names = [`${source.name} (${source.id})`, `${target.name} (${target.id})`];
  const isRow = source.id === target.id;
  const isOverwriting = undoOf?.overwriteChanged ?? false;
  const both = isAgain ? `AGAIN FROM ${names.join(' INTO ')}` : `BACK TO ${names.join(' FROM ')}`;
  const who = isRow ? names[0] : both;
  return [
    [who, since.ofAll].filter((text) => text !== '').join(', '),
    ...Object.entries(undo)
      .filter(([, change]) => isChanged(change))
      .map(([id, change]) => {
        const runs = since.of(id) === '' ? '' : ` (${since.of(id)})`;
        const fate = isRow && change.stuck > 0 ? whyRowStays(pair, undoOf) : fateOf(change, isOverwriting);
        return `${numberText(change.changed).padStart(7)}  ${labels.get(id) ?? id}: ${fate}${runs}`;
      }),
  ];
}

/** Nobody has two of a record: one that has gone elsewhere by now is never put back. */
function fateOf(change: UndoChange, isOverwriting: boolean): string {
  if (change.outcome === 'left-alone') return 'left alone; nothing of this type is put back';
  const { overwritten, stays, already } = tallyChanged([change], isOverwriting);
  return [
    ...(overwritten === 0 ? [] : [`${stays + already === 0 ? '' : `${numberText(overwritten)} `}OVERWRITTEN`]),
    ...(already === 0 ? [] : [`${numberText(already)} back already, though not by an undo of this run`]),
    ...(stays === 0
      ? []
      : [`${overwritten + already === 0 ? '' : `${numberText(stays)} `}left alone; the other records are put back`]),
  ].join(', ');
}
