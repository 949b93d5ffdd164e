import type { Answer, List, RowCommand } from '../question.ts';

interface Taking {
  noun: string;
  count: number;
  name?: string;
  textAt(index: number): string;
  /** Everything about one of them, in sentences. */
  why(index: number): string[];
  /** The sides that can be taken of one of them; none: its number tells why. */
  take(index: number): readonly RowCommand[];
  rowCommands: readonly RowCommand[];
}

/** Rows of which a side is taken: a number tells of the row and asks which, a number and a letter takes it at once. */
export function takingList({ noun, count, name = '', textAt, why, take, rowCommands }: Taking): List {
  const tell = (index: number): Answer => ({ says: why(index).join(' ') });
  const choose = (index: number): Answer => ({
    opens: () => ({
      lines: why(index),
      list: {
        noun: 'choices',
        count: take(index).length,
        entryAt: (place) => ({ text: take(index)[place]?.label ?? '' }),
        pick: (place) => ({ ...take(index)[place]?.answer(index), opens: null }),
      },
      help: 'Whose value is taken of this one. A number takes it; b goes back to all of them, with nothing changed.',
    }),
  });
  return {
    noun,
    count,
    name,
    entryAt: (index) => ({ text: textAt(index) }),
    pick: (index) => (take(index).length === 0 ? tell(index) : choose(index)),
    rowCommands: [...rowCommands, { letter: 'w', label: 'why', answer: tell }],
  };
}
