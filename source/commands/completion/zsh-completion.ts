import type { CompletedCommand, Wanted } from './completion-table.ts';

/** The completion script for zsh, to be sourced or to lie in its `fpath` as `_handover`; each suggestion says what it is for. */
export function zshCompletion(commands: readonly CompletedCommand[]): string {
  const names = commands.map(({ name }) => name).filter((name) => name !== '');
  const about = new Map(commands.map(({ name, summary }) => [name, summary]));
  const values = commands.flatMap(({ name, flags }) =>
    flags.flatMap(({ name: flag, wanted }) =>
      wanted === null ? [] : [`    ('${`${name} --${flag}`.trim()}') ${suggest(wanted)}return;;`],
    ),
  );
  const described = (words: readonly string[], of: string) =>
    words.map((word) => quoted(`${word}:${about.get(`${of} ${word}`.trim()) ?? ''}`)).join(' ');
  return [
    '#compdef handover',
    '# Completion of handover in zsh; in ~/.zshrc, behind compinit: source <(handover completion zsh)',
    '_handover() {',
    `  local command='' current=\${words[CURRENT]} previous=\${words[CURRENT-1]} i`,
    '  local -a found',
    '  for ((i = 2; i < CURRENT; i++)); do',
    `    case "\${command:+$command }\${words[i]}" in`,
    `      (${names.map((name) => `'${name}'`).join('|')}) command="\${command:+$command }\${words[i]}";;`,
    '    esac',
    '  done',
    `  case "\${command:+$command }$previous" in`,
    ...values,
    '  esac',
    '  if [[ $current == -* ]]; then',
    '    case $command in',
    ...commands.map(
      ({ name, flags }) =>
        `      ('${name}') found=(${flags.map((flag) => quoted(`--${flag.name}:${flag.about}`)).join(' ')});;`,
    ),
    '    esac',
    "    _describe 'flag' found",
    '    return',
    '  fi',
    '  case $command in',
    ...commands.flatMap(({ name, operand }) => {
      if (operand === 'any') return [];
      if (!Array.isArray(operand)) return [`    ('${name}') ${suggest(operand)}return;;`];
      return [`    ('${name}') found=(${described(operand, name)});;`];
    }),
    '  esac',
    "  _describe 'command' found",
    '}',
    'if [[ $funcstack[1] == _handover ]]; then _handover "$@"; else compdef _handover handover; fi',
    '',
  ].join('\n');
}

function suggest(wanted: Wanted): string {
  if (wanted === 'any') return '';
  if (wanted === 'folder') return '_files -/; ';
  return wanted === 'path' ? '_files; ' : `compadd -- ${wanted.join(' ')}; `;
}

/** Within apostrophes; what `_describe` would take for the end of the word is none. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
