import { numberText } from '../model/number-text.ts';
import { parseId } from '../model/parse-id.ts';
import { accessLabel, fullName, type User } from '../model/user.ts';
import type { PairRow } from '../pairs/pair-row.ts';
import { handOf } from './logic/pair-choices.ts';
import type { State } from './state.ts';

export interface Side {
  /** As it stands in the file, where it names nobody. */
  text: string;
  user: User | undefined;
}

/** The two people of a row, the direction and its mending applied. */
export function sidesOf({ direction, mendings, world }: State, row: PairRow): { source: Side; target: Side } {
  const mending = mendings.byLine.get(row.line);
  const changed = mending?.kind === 'changed' ? mending : { source: null, target: null };
  const [sourceCell, targetCell] = direction === 'to-from' ? [row.to, row.from] : [row.from, row.to];
  const side = (mended: number | null, cell: string): Side => {
    const text = mended === null ? cell : String(mended);
    const id = parseId(text);
    return { text, user: id === null ? undefined : world.byId.get(id) };
  };
  return { source: side(changed.source, sourceCell), target: side(changed.target, targetCell) };
}

/** What becomes of a row, in a word. */
export function rowState(state: State, row: PairRow): string {
  const { preview, mendings } = state;
  if (mendings.byLine.get(row.line)?.kind === 'left-out') return 'left out';
  const count = preview.match?.problemsByLine.get(row.line)?.length ?? 0;
  if (count > 0) return count === 1 ? 'PROBLEM' : `${numberText(count)} PROBL.`;
  if (!preview.match?.pairByLine.has(row.line)) return 'skipped';
  const pair = preview.match.pairByLine.get(row.line);
  if (pair !== undefined && handOf(state, pair) !== null) return 'by hand';
  if (mendings.byLine.has(row.line)) return 'mended';
  return preview.match.warningsByLine.has(row.line) ? 'warning' : 'pair';
}

/** The problems and warnings of a row as sentences with their cure, problems first. */
export function rowFacts({ preview }: State, row: PairRow, sign: string): string[] {
  const { match } = preview;
  const findings = [...(match?.problemsByLine.get(row.line) ?? []), ...(match?.warningsByLine.get(row.line) ?? [])];
  return findings.map(
    ({ column, message, cure }) => `${sign} ${column === null ? '' : `${column}: `}${message} ${cure}`,
  );
}

/** One user with all by which they are known: "19  John Smith  john.smith  <john@…>  active user". */
export function personText(user: User): string {
  const state = user.active ? 'active' : 'inactive';
  return `${user.id}  ${fullName(user)}  ${user.login}  <${user.email}>  ${state} ${accessLabel(user.access)}`;
}
