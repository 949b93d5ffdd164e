import {
  type AuditFacts,
  type AuditLine,
  chainHash,
  encodeLine,
  NO_HASH,
  type OpenTexts,
} from '../../source/audit/audit-line.ts';
import { decodeLine } from '../../source/audit/decode-line.ts';
import type { Dice } from '../../source/people/demo/dice.ts';
import { forgedLine } from '../audit/given-audit.ts';

/** A log that somebody has been at. */
export interface Tampered {
  what: string;
  bytes: Buffer;
  /** Lines of which one must be named; empty: any finding will do. */
  lines: number[];
}

type Tamper = (lines: readonly string[], dice: Dice) => Tampered;

const joined = (lines: readonly string[]): Buffer => Buffer.from(lines.map((line) => `${line}\n`).join(''));
const indexIn = (lines: readonly unknown[], dice: Dice): number => dice.whole(0, lines.length - 1);

/** A byte somewhere, and the line in which it stands. */
function byteIn(lines: readonly string[], dice: Dice): { bytes: Buffer; at: number; line: number } {
  const bytes = joined(lines);
  const at = dice.whole(0, bytes.length - 1);
  return { bytes, at, line: bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1 };
}

const around = (line: number): number[] => [line, line + 1];

const editByte: Tamper = (lines, dice) => {
  const { bytes, at, line } = byteIn(lines, dice);
  bytes[at] = ((bytes[at] ?? 0) + dice.whole(1, 255)) % 256;
  return { what: `byte ${at} edited`, bytes, lines: around(line) };
};

const deleteByte: Tamper = (lines, dice) => {
  const { bytes, at, line } = byteIn(lines, dice);
  return {
    what: `byte ${at} deleted`,
    bytes: Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]),
    lines: around(line),
  };
};

const insertByte: Tamper = (lines, dice) => {
  const { bytes, at, line } = byteIn(lines, dice);
  const put = Buffer.from([dice.whole(0, 255)]);
  const inserted = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at)]);
  return { what: `byte ${put[0]} inserted at ${at}`, bytes: inserted, lines: around(line) };
};

const deleteLines: Tamper = (lines, dice) => {
  const first = indexIn(lines, dice);
  const count = dice.whole(1, 3);
  return {
    what: `${count} lines from ${first + 1} deleted`,
    bytes: joined(lines.toSpliced(first, count)),
    lines: [first + 1],
  };
};

const doubleLine: Tamper = (lines, dice) => {
  const [at, into] = [indexIn(lines, dice), indexIn(lines, dice)];
  const bytes = joined(lines.toSpliced(into, 0, lines[at] ?? ''));
  return { what: `line ${at + 1} doubled at ${into + 1}`, bytes, lines: [into + 1, at + 1, at + 2] };
};

const moveLine: Tamper = (lines, dice) => {
  const at = dice.whole(0, lines.length - 2);
  const into = dice.whole(at + 1, lines.length - 1);
  const bytes = joined(lines.toSpliced(at, 1).toSpliced(into, 0, lines[at] ?? ''));
  return { what: `line ${at + 1} moved to ${into + 1}`, bytes, lines: [at + 1, into + 1] };
};

/** Two lines that were written with open texts; `change` alters the first, or both. */
const changeTexts =
  (what: string, change: (line: AuditLine, other: AuditLine) => void): Tamper =>
  (lines, dice) => {
    const held = openLines(lines);
    const first = dice.pick(held);
    const second = dice.pick(held.filter((line) => line !== first));
    change(first.line, second.line);
    const put = [first, second].reduce((all, { at, line }) => all.with(at, encodeLine(line).trimEnd()), [...lines]);
    return { what: `${what} in line ${first.at + 1}`, bytes: joined(put), lines: [first.at + 1] };
  };

function openLines(lines: readonly string[]): { at: number; line: AuditLine }[] {
  return lines.flatMap((text, at) => {
    const line = decodeLine(text);
    return line?.open.targetName === undefined ? [] : [{ at, line }];
  });
}

const swapTexts = changeTexts('open texts swapped', (line, other) => {
  [line.open, other.open] = [other.open, line.open];
});
const changeSalt = changeTexts('a salt changed', ({ open }) => {
  open.targetName = [`${open.targetName?.[0]}x`, open.targetName?.[1] ?? ''];
});
const changeName = changeTexts('a name changed', ({ open }) => {
  open.targetName = [open.targetName?.[0] ?? '', 'Somebody Else'];
});
const dropName = changeTexts('a name dropped', ({ open }) => {
  delete open.targetName;
});

/** The same texts, written in another way: no seal is broken by that. */
const respellTexts: Tamper = (lines, dice) => {
  const { at } = dice.pick(openLines(lines));
  const [chained = '', open = '', hash = ''] = lines[at]?.split('\t') ?? [];
  const first = open.indexOf('",') + 2;
  const respelt = dice.chance(0.5)
    ? `${open.slice(0, first)} ${open.slice(first)}`
    : `{"reason":["",""],${open.slice(1)}`;
  const bytes = joined(lines.with(at, [chained, respelt, hash].join('\t')));
  return { what: `texts of line ${at + 1} respelt`, bytes, lines: [at + 1] };
};

const cutTail: Tamper = (lines, dice) => {
  const { bytes, at, line } = byteIn(lines, dice);
  return { what: `cut at byte ${at}`, bytes: bytes.subarray(0, at), lines: [line] };
};

/** Somebody who knows how the log is made writes it anew from a line on, every hash right. */
const writeAnew: Tamper = (lines, dice) => {
  const pairs = lines.map(decodeLine).flatMap((line, index) => (line?.facts.source ? [index] : []));
  const at = dice.pick(pairs);
  let hash = NO_HASH;
  const anew = lines.map((text, index) => {
    const line = decodeLine(text);
    if (line === null) throw new Error('The log was not whole');
    const facts = index === at ? { ...line.facts, operator: 'somebody' } : line.facts;
    const chained = JSON.stringify({ ...facts, sealed: line.sealed });
    hash = chainHash(hash, chained);
    return encodeLine({ ...line, chained, hash }).trimEnd();
  });
  return { what: `written anew from line ${at + 1} on`, bytes: joined(anew), lines: [at + 1] };
};

const REASONS = ['the auditor asked for it', 'approved'] as const;
const BYSTANDER = { sourceName: 'Innocent Bystander', targetName: 'Somebody Else' };

/** A line more, made by somebody who knows how the log is made: number, seals and hash are right. */
const addForged =
  (what: string, forge: (lines: readonly AuditLine[], dice: Dice) => [Partial<AuditFacts>, OpenTexts]): Tamper =>
  (lines, dice) => {
    const known = lines.map(decodeLine).filter((line) => line !== null);
    const bytes = joined([...lines, forgedLine(lines, ...forge(known, dice))]);
    return { what: `${what} added`, bytes, lines: [lines.length + 1] };
  };

/** Its person is to make the names that are dropped as well look erased. */
const beginAgain: Tamper = (lines, dice) => {
  const { at, line } = dice.pick(openLines(lines));
  const [person, event] = [line.facts.target, dice.chance(0.5) ? 'log-begun' : 'person-erased'] as const;
  delete line.open.targetName;
  const forged = forgedLine(lines, { event, person, operator: 'somebody' }, { reason: dice.pick(REASONS) });
  const bytes = joined([...lines.with(at, encodeLine(line).trimEnd()), forged]);
  return { what: `${event} that excuses line ${at + 1} added`, bytes, lines: [lines.length + 1] };
};

const tellAgain = addForged('a record told again', (lines, dice) => {
  const { facts } = dice.pick(lines.filter(({ facts }) => facts.run !== null));
  return [
    facts,
    dice.pick([{}, BYSTANDER, { reason: dice.pick(REASONS) }, { ...BYSTANDER, reason: dice.pick(REASONS) }]),
  ];
});
const tellMore = addForged('a record that is none', (lines, dice) => {
  const { facts } = dice.pick(lines.filter(({ facts }) => facts.source !== null));
  return [{ ...facts, sequence: (lines.at(-1)?.facts.sequence ?? 0) + dice.whole(1, 5) }, BYSTANDER];
});

const addJunk: Tamper = (lines, dice) => {
  const junk = dice.pick(['{"line":17,"operator":"somebody"}', '\0\n{"line":17}\t{}\tabc\n', ' ', '\0']);
  return {
    what: `${junk.length} bytes added`,
    bytes: Buffer.concat([joined(lines), Buffer.from(junk)]),
    lines: [lines.length + 1],
  };
};

/** THE TABLE: every way in which a log is tampered with. */
export const TAMPERS: readonly Tamper[] = [
  editByte,
  deleteByte,
  insertByte,
  deleteLines,
  doubleLine,
  moveLine,
  swapTexts,
  changeSalt,
  changeName,
  dropName,
  respellTexts,
  cutTail,
  writeAnew,
  beginAgain,
  tellAgain,
  tellMore,
  addJunk,
];
