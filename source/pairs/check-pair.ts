import type { Operation } from '../model/catalogue.ts';
import { makeFinding, type Place, WHOLE_FILE } from '../model/finding.ts';
import { isInView, type View } from '../model/operator.ts';
import type { Problem } from '../model/pair.ts';
import { accessLabel, nameAndId, type User } from '../model/user.ts';
import { standingMerges } from './standing-merges.ts';

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
  const ofSource = source.mergedInto === target.id ? [] : checkMerged(source, target, donePairs, places.source);
  return [...ofSource, ...checkMerged(target, source, donePairs, places.target)];
}

/**
 * Whoever was merged into somebody has no part in another merge: what they own would count twice, and what comes to them
 * would stay in an account that was given up. So of two people who may be merged neither holds a copy of the other's.
 */
function checkMerged(user: User, other: User, donePairs: PairContext['donePairs'], place: Place): Problem[] {
  const standing = standingMerges(donePairs).get(user.id);
  const into = user.mergedInto ?? standing?.target;
  if (into === undefined) return [];
  const whom = into === other.id ? nameAndId(other) : `user ${into}`;
  const rest = user.mergedInto === null ? ', and some of that still stands' : '';
  const way =
    standing === undefined ? '' : `, with "handover undo ${standing.run} --pair ${pairKey(user.id, standing.target)}"`;
  return [
    makeFinding(
      place,
      'already-done',
      `${nameAndId(user)} was merged into ${whom} already${rest}.`,
      `Take this pair out, as points and the like would count twice; or undo that merge first${way}.`,
    ),
  ];
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
