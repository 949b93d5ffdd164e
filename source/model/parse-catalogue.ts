import { HandoverError } from '../errors.ts';
import type { Catalogue, DataType } from './catalogue.ts';
import { catalogueShape } from './catalogue-shape.ts';
import { describeIssue } from './describe-issue.ts';
import { jsonErrorLine } from './json-error-line.ts';

/**
 * Reads a catalogue: the JSON text of `file`, its shape, and that its types agree with each other. What a type does
 * not say (key, best, sum, derive …) is empty; `optional` is true.
 * @throws HandoverError `broken-catalogue` with the file, the path inside it and what is allowed there
 */
export function parseCatalogue(text: string, file: string): Catalogue {
  const parsed = catalogueShape.safeParse(parseJson(text, file));
  if (!parsed.success) {
    const { at, what } = describeIssue(parsed.error);
    throw broken(file, at, what);
  }
  const catalogue: Catalogue = parsed.data;
  for (const [index, type] of catalogue.types.entries()) {
    const fault = findFault(type, catalogue.types.slice(0, index));
    if (fault !== null) throw broken(file, `types[${index}].${fault.at}`, fault.message);
  }
  return catalogue;
}

interface Fault {
  at: string;
  message: string;
}

/** What does not agree within `type`, or between it and the types `earlier` in the file. */
function findFault(type: DataType, earlier: readonly DataType[]): Fault | null {
  const twin = earlier.findIndex((other) => other.id === type.id);
  if (twin !== -1) return { at: 'id', message: `must be its own: "${type.id}" is the id of types[${twin}] already` };
  const references = [
    { at: 'dependsOn', named: type.dependsOn },
    { at: 'derive.from', named: type.derive?.from ?? null },
    { at: 'follows.type', named: type.follows?.type ?? null },
  ];
  for (const { at, named } of references) {
    if (named === null) continue;
    if (!earlier.some((other) => other.id === named)) {
      return { at, message: `must be the id of a type that stands earlier in the file, and "${named}" is none` };
    }
    if (named !== type.dependsOn) return { at: 'dependsOn', message: `must be "${named}", as ${at} is` };
  }
  const needs: [boolean, string, string][] = [
    [isBest(type) && type.best.length === 0, 'best', `must hold a criterion: the rule is ${type.rule}`],
    [type.rule === 'keep-best' && type.key.length === 0, 'key', 'must hold a field: the rule is keep-best'],
    [type.rule === 'keep-latest' && type.key.length === 0, 'key', 'must hold a field: the rule is keep-latest'],
    [type.rule === 'sum' && type.sum.length === 0, 'sum', 'must hold a number field: the rule is sum'],
    [type.rule === 'derive' && type.derive === null, 'derive', 'must say how: the rule is derive'],
    [!type.optional && type.locked === null, 'locked', 'must say why there is no switch: optional is false'],
    [type.optional && type.locked !== null, 'locked', 'must be null: optional is true'],
  ];
  const need = needs.find(([applies]) => applies);
  return need === undefined ? null : { at: need[1], message: need[2] };
}

function isBest({ rule }: DataType): boolean {
  return rule === 'keep-best' || rule === 'keep-latest';
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const line = jsonErrorLine(text.replace(/^\uFEFF/, '')) ?? 1;
    throw broken(file, `line ${line}`, 'is not JSON', { cause: error });
  }
}

function broken(file: string, at: string, what: string, options?: ErrorOptions): HandoverError {
  return new HandoverError(
    'problems',
    'broken-catalogue',
    `The catalogue ${file} is wrong: ${at || 'its root'} ${what}.`,
    'Mend the file at that place, or leave out --catalogue to use the one that is shipped.',
    options,
  );
}
