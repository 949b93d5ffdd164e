import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

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

/**
 * Bundles `entry` and all it imports into the one ES module `outfile`, executable, whole or not at all: a running
 * program and a second build beside this one never meet a half-written file. What is imported with `import()` is in
 * the same file, and runs only when it is asked for. Throws esbuild's BuildFailure, whose message holds the places.
 */
export async function bundle(entry: string, outfile: string): Promise<void> {
  const result = await build({
    entryPoints: [entry],
    outfile,
    write: false,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: '#!/usr/bin/env node' },
    // A third fewer bytes for Node to read through at every start.
    minify: true,
    legalComments: 'none',
    logLevel: 'silent',
    // Ink's packages bring five more copies, each with its tables to set up, of a version that counts other widths.
    alias: { 'string-width': fileURLToPath(import.meta.resolve('string-width')) },
    plugins: [lazyBuiltins, withoutDevtools, trimmedPackages],
  });
  await mkdir(path.dirname(outfile), { recursive: true });
  for (const file of result.outputFiles) {
    const draft = `${file.path}.${process.pid}`;
    await writeFile(draft, file.contents);
    await chmod(draft, 0o755);
    await rename(draft, file.path);
  }
}

if (import.meta.main) {
  const root = path.join(import.meta.dirname, '..');
  await bundle(path.join(root, 'source', 'cli.tsx'), path.join(root, 'dist', 'handover.js'));
}
