import type { CompletedCommand, Wanted } from './completion-table.ts';

/** The completion script for bash, to be sourced: commands, their flags, the words and paths that stand behind these. */
export function bashCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).filter((name) => name !== '');
  const values = commands.flatMap(({ name, flags }) =>
    flags.flatMap(({ name: flag, wanted }) =>
      wanted === null ? [] : [`      '${`${name} --${flag}`.trim()}') ${suggest(wanted)}return;;`],
    ),
  );
  return [
    '# Completion of handover in bash; in ~/.bashrc: source <(handover completion bash)',
    '_handover() {',
    `  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' i`,
    '  # Of "--flag=value" bash makes three words.',
    `  if [[ $current == = ]]; then current=; elif [[ $previous == = ]]; then previous=\${COMP_WORDS[COMP_CWORD-2]}; fi`,
    '  COMPREPLY=()',
    '  for ((i = 1; i < COMP_CWORD; i++)); do',
    `    case "\${command:+$command }\${COMP_WORDS[i]}" in`,
    `      ${names.map((name) => `'${name}'`).join('|')}) command="\${command:+$command }\${COMP_WORDS[i]}";;`,
    '    esac',
    '  done',
    '  if [[ $previous == --* ]]; then',
    `    case "\${command:+$command }$previous" in`,
    ...values,
    '    esac',
    '  fi',
    '  if [[ $current == -* ]]; then',
    '    case "$command" in',
    ...commands.map(({ name, flags }) => `      '${name}') ${suggest(flags.map((flag) => `--${flag.name}`))};;`),
    '    esac',
    '    return',
    '  fi',
    '  case "$command" in',
    ...commands
      .filter(({ operand }) => operand !== 'any')
      .map(({ name, operand }) => `    '${name}') ${suggest(operand)};;`),
    '  esac',
    '}',
    'complete -F _handover handover',
    '',
  ].join('\n');
}

function suggest(wanted: Wanted): string {
  if (wanted === 'any') return '';
  if (wanted === 'path' || wanted === 'folder') {
    const kind = wanted === 'path' ? '-f' : '-d';
    return `compopt -o filenames; mapfile -t COMPREPLY < <(compgen ${kind} -- "$current"); `;
  }
  return `mapfile -t COMPREPLY < <(compgen -W '${wanted.join(' ')}' -- "$current"); `;
}
