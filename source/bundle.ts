import { hash } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';

/**
 * Node's own modules are fetched when the module that imports them first runs, and of them only the names that are
 * used. An `import` statement would be hoisted to the top of the one file, and `--help` would then pay for the child
 * processes and sockets of every other command.
 */
const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(plugin) {
    plugin.onResolve({ filter: /^(node:)?[a-z0-9_/]+$/ }, ({ path: specifier, kind }) => {
      const name = specifier.replace(/^node:/, '');
      if (!(specifier.startsWith('node:') || builtinModules.includes(name)) || kind === 'dynamic-import') return null;
      const namespace = kind === 'require-call' ? 'builtin-whole' : 'builtin-names';
      return { path: `node:${name}`, namespace, sideEffects: false };
    });
    plugin.onLoad({ filter: /.*/, namespace: 'builtin-whole' }, ({ path: name }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(name)});`,
    }));
    plugin.onLoad({ filter: /.*/, namespace: 'builtin-names' }, ({ path: name }) => {
      const names = Object.getOwnPropertyNames(process.getBuiltinModule(name) ?? {}).filter((key) =>
        /^(?!default$)[a-z_]\w*$/i.test(key),
      );
      // Each export is marked as pure so that those not used are left out: reading some of them loads more of Node.
      const lines = names.map((key) => `const $${key} = /* @__PURE__ */ pick('${key}'); export { $${key} as ${key} };`);
      return {
        contents: `const whole = process.getBuiltinModule('${name}'); const pick = (name) => whole[name];
          export default whole; ${lines.join('\n')}`,
      };
    });
  },
};

/** Ink imports its debugger only when the variable DEV is "true"; the package is not installed. */
const withoutDevtools: Plugin = {
  name: 'without-devtools',
  setup(plugin) {
    plugin.onResolve({ filter: /^react-devtools-core$/ }, ({ path: name }) => ({ path: name, namespace: 'left-out' }));
    plugin.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'export default {};' }));
  },
};

/** Parts of packages that are never used here and cost start-up: the file, what is replaced in it, and by what. */
const trims = [
  {
    // 110 kB and a table of every licence, set up at once for `cli.pkg`, which is not read; and child processes, for nothing.
    file: /[\\/]meow[\\/]build[\\/]dependencies\.js$/,
    part: /var normalizeExports = requireNormalize\(\);\s*const normalizePackageData = getDefaultExportFromCjs\(normalizeExports\);\s*(?:promisify\(execFile\);)?/,
    instead: 'const normalizePackageData = () => {};',
  },
  {
    // 260 kB of error messages in fifty languages.
    file: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/,
    part: /^.*$/s,
    instead: "export { default as en } from './en.js';",
  },
  {
    // The layout engine would load Node's whole HTTP client, to fetch a `data:` address; it can also decode it itself.
    file: /[\\/]yoga-layout[\\/]dist[\\/]binaries[\\/]yoga-wasm-base64-esm\.js$/,
    part: /w\|\|"function"!=typeof fetch\?(?=Promise\.resolve)/,
    instead: '!0?',
  },
  {
    // Node takes as long to set up its segmenter as to start, and a third of that for the expression of all emoji: not for
    // lines of ASCII and our own signs of one column.
    file: /[\\/]string-width[\\/]index\.js$/,
    part: /const segmenter = new Intl\.Segmenter\(\);\s*const nonAsciiOrControlRegex = \/\[\^\\u\{20\}-\\u\{7E\}\]\/v;([\s\S]*?)const emojiPrefixRegex = (\/.*\/v);/,
    instead: String.raw`let made; const segmenter = {segment: text => (made ??= new Intl.Segmenter()).segment(text)};
      const nonAsciiOrControlRegex = /[^\u{20}-\u{7E}\u{2500}-\u{257F}\u{2026}\u{276F}]/v;$1
      let prefix; const prefixOf = () => (prefix ??= $2);
      const emojiPrefixRegex = {test: text => prefixOf().test(text), exec: text => prefixOf().exec(text)};`,
  },
];

const trimmedPackages: Plugin = {
  name: 'trimmed-packages',
  setup(plugin) {
    for (const { file, part, instead } of trims) {
      plugin.onLoad({ filter: file }, async ({ path: name }) => {
        const text = await readFile(name, 'utf8');
        if (!part.test(text)) return { errors: [{ text: `${name} has changed: look at its entry in \`trims\`.` }] };
        return { contents: text.replace(part, instead), loader: 'js' };
      });
    }
  },
};

/** Only these open at once, for `--help` and for what is wrong with a command line; what they `import()` waits. */
const HEAD = /[\\/]source[\\/].*\.tsx?$/;
const DYNAMIC_IMPORT = /\bimport\('(\.[^']+)'\)/g;

/**
 * Sends the dynamic imports of the head to the body of the file, by their paths below `source`, which `wanted` gathers. Node
 * reads through all code of a file at each start, but over a comment it only skips: the rooms of the body are one, and become
 * modules when a command asks for them.
 */
function throughBody(wanted: Map<string, string>): Plugin {
  return {
    name: 'through-body',
    setup(plugin) {
      plugin.onLoad({ filter: HEAD }, async ({ path: name }) => {
        const text = await readFile(name, 'utf8');
        const contents = text.replace(DYNAMIC_IMPORT, (_whole, specifier: string) => {
          const room = path.resolve(path.dirname(name), specifier);
          const key = path.relative(import.meta.dirname, room);
          wanted.set(key, room);
          return `__body(${JSON.stringify(key)})`;
        });
        return { contents, loader: name.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

function bodyEntry(rooms: Iterable<[key: string, room: string]>): string {
  const lines = [...rooms].map(([key, room]) => `${JSON.stringify(key)}: () => import(${JSON.stringify(room)})`);
  return `export const rooms = {${lines.join(', ')}};`;
}

const COMMON: BuildOptions = {
  write: false,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  // A third fewer bytes for Node to read through.
  minify: true,
  legalComments: 'none',
  logLevel: 'silent',
  // Ink's packages bring five more copies, each with its tables to set up, of a version that counts other widths.
  alias: { 'string-width': fileURLToPath(import.meta.resolve('string-width')) },
};
const PLUGINS = [lazyBuiltins, withoutDevtools, trimmedPackages];

/**
 * Bundles `entry` and all it imports into the one ES module `outfile`, executable, whole or not at all: a running
 * program and a second build beside this one never meet a half-written file. What is imported with `import()` is in
 * the same file, and runs only when it is asked for. Throws esbuild's BuildFailure, whose message holds the places.
 */
export async function bundle(entry: string, outfile: string): Promise<void> {
  const wanted = new Map<string, string>();
  const [head = ''] = Object.values(
    await modulesOf({ ...COMMON, entryPoints: [entry], plugins: [throughBody(wanted), ...PLUGINS] }),
  );
  const stdin = { contents: bodyEntry(wanted), resolveDir: path.dirname(entry) };
  const body = await modulesOf({ ...COMMON, stdin, splitting: true, plugins: PLUGINS });
  const draft = `${outfile}.${process.pid}`;
  await mkdir(path.dirname(outfile), { recursive: true });
  const comment = bodyComment(body);
  await writeFile(draft, ['#!/usr/bin/env node', bodyLoader(comment), head, comment].join('\n'));
  await chmod(draft, 0o755);
  await rename(draft, outfile);
}

/** The modules that a build makes, by file name. */
async function modulesOf(options: BuildOptions): Promise<Record<string, string>> {
  const { outputFiles = [] } = await build({ ...options, outdir: 'out' });
  return Object.fromEntries(outputFiles.map(({ path: name, text }) => [path.basename(name), text]));
}

/** Where the body begins. */
const MARK = '/*body ';

/**
 * The modules of the body as a comment, behind all code. What would end it, and letters beyond ASCII, for whose sake the
 * whole file would be twice as long in memory, are spelt as JSON can spell them, too.
 */
function bodyComment(body: Record<string, string>): string {
  const text = JSON.stringify(body)
    .replaceAll('*/', '*\\/')
    .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return `${MARK}${text}*/`;
}

/**
 * Reads the body behind the code when it is first asked for. Node's own hooks hand its texts to the module loader as they
 * are; a `data:` address would first be decoded twice over. A file that was built anew meanwhile has another body.
 */
function bodyLoader(comment: string): string {
  return [
    'let __entry;',
    'function __open(){',
    "const text=process.getBuiltinModule('fs').readFileSync(import.meta.filename,'latin1');",
    `const modules=text.length>${comment.length}?text.slice(-${comment.length}):'';`,
    `if(process.getBuiltinModule('crypto').hash('sha256',modules)!=='${hash('sha256', comment)}')`,
    "throw new Error('The program was replaced while it started: start it again.');",
    `const own=JSON.parse(modules.slice(${MARK.length},-2)),scheme='handover:';`,
    "process.getBuiltinModule('module').registerHooks({",
    "resolve(name,context,next){const key=name.slice(name.lastIndexOf('/')+1);",
    'return Object.hasOwn(own,key)&&(name===key||context.parentURL?.startsWith(scheme))',
    "?{url:scheme+key,format:'module',shortCircuit:true}:next(name,context)},",
    'load(url,context,next){return url.startsWith(scheme)',
    "?{format:'module',source:own[url.slice(scheme.length)],shortCircuit:true}:next(url,context)}});",
    "return import('stdin.js')}",
    'const __body=async(room)=>(await(__entry??=__open())).rooms[room]();',
  ].join('\n');
}

if (import.meta.main) {
  const root = path.join(import.meta.dirname, '..');
  await bundle(path.join(root, 'source', 'cli.tsx'), path.join(root, 'dist', 'handover.js'));
}
