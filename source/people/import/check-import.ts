import type { Mapping } from '../../model/mapping.ts';
import { checkDivisions } from './check-divisions.ts';
import { checkFile } from './check-file.ts';
import { type CheckGround, checkGround } from './check-ground.ts';
import { checkLevels } from './check-levels.ts';
import { type MovedCheck, movedCheck, slippedCheck } from './check-moved.ts';
import { checkNames, type Namings, namingsOf } from './check-names.ts';
import { checkRights, type OperatorRights, rightsOf } from './check-rights.ts';
import { refuseSeatless } from './check-seats.ts';
import { takenCheck, uniqueFields } from './check-taken.ts';
import { checkValues } from './check-values.ts';
import { type DraftRow, draftRow, isChanging } from './draft-row.ts';
import type { FileRow, ImportCheck, ImportContext, PeopleFile } from './import-check.ts';
import { type PersonMatcher, personMatcher } from './match-person.ts';
import { refuseRagged } from './ragged-row.ts';
import { readChanges } from './read-changes.ts';
import { sumCheck } from './sum-check.ts';
import { warnImport } from './warn-import.ts';
import { warnUnread } from './warn-unread.ts';

/** Rows between two looks at whether somebody wants to stop. */
const STEP = 1000;

/** `checkImportInSteps` in one go. */
export function checkImport(file: PeopleFile, mapping: Mapping, context: ImportContext): ImportCheck {
  const steps = checkImportInSteps(file, mapping, context);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * What each row of `file`, read by `mapping`, would do to the people of `context`, and everything that is wrong: with the
 * file as a whole (no row is looked at then), with cells (B13, B14, D3 to D13), with what the operator may not do (B4, B5,
 * D11, A20), and with what two people cannot both have. A row that changes nothing needs no right and no name to exist.
 * Gives, now and then, how many rows it has looked at; it can be left at any of these.
 */
export function* checkImportInSteps(
  file: PeopleFile,
  mapping: Mapping,
  context: ImportContext,
): Generator<number, ImportCheck> {
  const { problems, warnings } = checkFile(file, mapping, context);
  if (problems.length > 0) return sumCheck([], { mapping, context, problems, warnings });
  const ground = checkGround(file, mapping, context);
  const filled = file.rows.filter((row) => !isBlank(row));
  const tools: RowTools = {
    ground,
    checkMoved: ground.identity.id < 0 ? movedCheck(file, context.users) : () => undefined,
    checkSlipped: slippedCheck(file, ground.identity, context.users),
    matcher: personMatcher(filled, ground.identity, context.users, mapping.rules),
    namings: namingsOf(context),
    rights: rightsOf(context),
  };
  const first = filled[0]?.line;
  const rows: DraftRow[] = [];
  for (const row of file.rows) {
    rows.push(isBlank(row) ? { ...draftRow(row.line), isSkipped: true } : checkRow(row, row.line === first, tools));
    if (rows.length % STEP === 0) yield rows.length;
  }
  checkTogether(rows, ground, context);
  const found = [...warnUnread(rows, file.rows, ground), ...warnImport(rows, mapping.rules, context, ground.placeOf)];
  return sumCheck(rows, { mapping, context, problems, warnings: [...warnings, ...found] });
}

interface RowTools {
  ground: CheckGround;
  checkMoved: MovedCheck;
  checkSlipped: ReturnType<typeof slippedCheck>;
  matcher: PersonMatcher;
  namings: Namings;
  rights: OperatorRights;
}

function checkRow(
  row: FileRow,
  isFirst: boolean,
  { ground, checkMoved, checkSlipped, matcher, namings, rights }: RowTools,
): DraftRow {
  const draft = draftRow(row.line);
  if (row.ragged !== null) {
    const { email, emailHeading } = ground.identity;
    refuseRagged(row, draft, { column: emailHeading, text: row.cells[email] ?? '' });
    return draft;
  }
  if (checkLevels(row, draft, ground, isFirst)) return draft;
  matcher.match(row, draft);
  checkSlipped(row, draft);
  readChanges(row, draft, ground);
  if (!isChanging(draft)) return draft;
  const { placeOf } = ground;
  if (!draft.isUnknown) checkMoved(row, draft, placeOf);
  checkValues(draft, ground.mapping.rules, placeOf);
  checkNames(draft, namings, placeOf);
  // What somebody may be given depends on who they are.
  if (draft.isUnknown) return draft;
  checkRights(draft, rights, placeOf);
  checkDivisions(draft, rights.operator, placeOf);
  return draft;
}

/** What rows cannot do all at once. Each row refused may take the ground from others: until no more is. */
function checkTogether(rows: readonly DraftRow[], { mapping, placeOf }: CheckGround, context: ImportContext): void {
  const { users, seats } = context;
  const filled = rows.filter(({ isSkipped }) => !isSkipped);
  const taken = takenCheck(filled, users, uniqueFields(mapping.rules.emailCase), placeOf);
  taken.refuseTwins();
  const refusals = [taken.refuseHeld, () => refuseSeatless(filled, users, seats, placeOf)];
  while (refusals.map((refuse) => refuse()).includes(true));
}

/** A row of which something stands behind the last heading is none. */
function isBlank({ cells, ragged }: FileRow): boolean {
  return ragged === null && cells.every((cell) => cell === '' || cell.trim() === '');
}
