import type { Operation } from '../model/catalogue.ts';
import { isInView, type View } from '../model/operator.ts';
import type { Problem } from '../model/pair.ts';
import { accessLabel, nameAndId, type User } from '../model/user.ts';
import { makeFinding, type Place, WHOLE_FILE } from './finding.ts';

/** What a pair is checked against besides its two people. */
export interface PairContext {
  /** What is to be done with the two; a transfer unless said. */
  operation?: Operation;
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
    return [...checkPerson(source, context, places.source), selfTransfer(source, places.target)];
  }
  const problems = [...checkPerson(source, context, places.source), ...checkPerson(target, context, places.target)];
  return [...problems, ...checkDone(source, target, context, places)];
}

/** What is carried once is not carried again (A56): neither the same way, nor, of a merge, to anybody else or back. */
function checkDone(source: User, target: User, { operation, donePairs }: PairContext, places: PairPlaces): Problem[] {
  const run = donePairs.get(pairKey(source.id, target.id));
  if (run !== undefined) {
    const done =
      operation === 'merge'
        ? `${nameAndId(source)} was merged into ${nameAndId(target)} already`
        : `The data of ${nameAndId(source)} was transferred to ${nameAndId(target)} already`;
    return [
      makeFinding(
        places.target,
        'already-done',
        `${done}, by run ${run}.`,
        `Take this pair out; or put back first what stands of it, with "handover undo ${run} --pair ${pairKey(source.id, target.id)}" (and --overwrite-changed, where that says that it has changed since).`,
      ),
    ];
  }
  if (operation !== 'merge') return [];
  if (source.mergedInto !== null && source.mergedInto !== target.id) {
    return [mergedElsewhere(places.source, `${nameAndId(source)} was merged into user ${source.mergedInto} already.`)];
  }
  if (target.mergedInto !== source.id) return [];
  return [mergedElsewhere(places.target, `${nameAndId(target)} was merged into ${nameAndId(source)} already.`)];
}

function mergedElsewhere(place: Place, message: string): Problem {
  return makeFinding(
    place,
    'already-done',
    message,
    'Take this pair out, as points and the like would count twice; or undo that merge first.',
  );
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

function checkPerson(user: User, { view, operation }: PairContext, place: Place): Problem[] {
  const problems: Problem[] = [];
  if (user.access !== 'user') {
    problems.push(
      makeFinding(
        place,
        'privileged-user',
        `${nameAndId(user)} is a ${accessLabel(user.access)}; ${whyPrivileged(operation)}`,
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

/** Why nobody privileged is part of a pair: X7; of a merge, the document's own reason (C4). */
function whyPrivileged(operation: Operation | undefined): string {
  return operation === 'merge'
    ? 'for security reasons only two regular users can be merged.'
    : 'the data of privileged users is neither moved nor replaced.';
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
