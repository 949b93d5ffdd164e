import { isInView, type View } from '../model/operator.ts';
import type { Problem } from '../model/pair.ts';
import { accessLabel, nameAndId, type User } from '../model/user.ts';
import { makeFinding, type Place, WHOLE_FILE } from './finding.ts';

/** What a pair is checked against besides its two people. */
export interface PairContext {
  /** The operator's view; null: everybody. */
  view: View | null;
  /** "source:target" of every pair that is done → its run (A56). */
  donePairs: ReadonlyMap<string, string>;
}

/** The cells that named the two people. */
export interface PairPlaces {
  source: Place;
  target: Place;
}

const NO_PLACES: PairPlaces = { source: WHOLE_FILE, target: WHOLE_FILE };

/** Every reason of its own against one pair: self (X1), privileged (X7), out of view (A20), done already (A56). */
export function checkPair(source: User, target: User, context: PairContext, places: PairPlaces = NO_PLACES): Problem[] {
  if (source.id === target.id) {
    return [...checkPerson(source, context.view, places.source), selfTransfer(source, places.target)];
  }
  const problems = [
    ...checkPerson(source, context.view, places.source),
    ...checkPerson(target, context.view, places.target),
  ];
  const run = context.donePairs.get(pairKey(source.id, target.id));
  if (run !== undefined) {
    problems.push(
      makeFinding(
        places.target,
        'already-done',
        `The data of ${nameAndId(source)} was transferred to ${nameAndId(target)} already, by run ${run}.`,
        `Take this pair out; or put back first what stands of it, with "handover undo ${run} --pair ${pairKey(source.id, target.id)}" (and --overwrite-changed, where that says that it has changed since).`,
      ),
    );
  }
  return problems;
}

/** Why a person may be neither source nor target, in a few words for a dimmed row of a picker; null: nothing is against it. */
export function whyNotPickable(
  user: User,
  context: Pick<PairContext, 'view'>,
  /** Who is chosen for the other side already. */
  other: Pick<User, 'id'> | null = null,
): string | null {
  if (user.access !== 'user') return `is a ${accessLabel(user.access)}`;
  if (!isInView(user, context.view)) return `is outside your view ${context.view?.name ?? ''}`.trimEnd();
  if (other !== null && other.id === user.id) return 'is chosen for the other side';
  return null;
}

/** How a pair is named in `donePairs`: "19:21". */
export function pairKey(source: number, target: number): string {
  return `${source}:${target}`;
}

function checkPerson(user: User, view: View | null, place: Place): Problem[] {
  const problems: Problem[] = [];
  if (user.access !== 'user') {
    problems.push(
      makeFinding(
        place,
        'privileged-user',
        `${nameAndId(user)} is a ${accessLabel(user.access)}; the data of privileged users is neither moved nor replaced.`,
        'Choose somebody else or take this pair out.',
      ),
    );
  }
  if (!isInView(user, view)) {
    problems.push(
      makeFinding(
        place,
        'out-of-view',
        `${nameAndId(user)} is outside your view ${view?.name ?? ''}.`,
        'Take this pair out, or ask somebody whose view includes this person.',
      ),
    );
  }
  return problems;
}

/** The documents' own illustration has 19 in both columns, so the cure says what to write instead (X1). */
function selfTransfer(user: User, place: Place): Problem {
  return makeFinding(
    place,
    'self-transfer',
    `${nameAndId(user)} is both the source and the target.`,
    `From User ID is whose data moves and To User ID is who receives it: write the ID of the other person into one of them.`,
  );
}
