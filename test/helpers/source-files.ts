import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const ROOTS = ['main', 'preload', 'renderer', 'sandbox', 'scripts', 'test'];
const CODE = /\.(?:tsx?|mjs|cjs)$/;

function everyFile(): readonly string[] {
  return ROOTS.flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => `${root}/${name}`),
  );
}

/** The text of every hand-written file of code, by its path from the repository's root. */
export const SOURCES: ReadonlyMap<string, string> = new Map(
  everyFile()
    .filter((file) => CODE.test(file) || file.endsWith('.css'))
    .map((file) => [file, readFileSync(file, 'utf8')]),
);

/** Files of code whose path fits, declarations left out. */
export function codeIn(paths: RegExp): readonly string[] {
  return [...SOURCES.keys()].filter((file) => CODE.test(file) && !file.endsWith('.d.ts') && paths.test(file));
}

/** The text of a file without its comments: prose may name what code may not. */
export function codeOf(file: string): string {
  const text = SOURCES.get(file) ?? '';
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<![:'"`\\])\/\/.*$/gm, '');
}

/** What a file imports, statically or not: paths of ours from the root, packages by name. Types count as well. */
export function importsOf(file: string): readonly string[] {
  const specifiers = codeOf(file).matchAll(/(?:\bfrom|\bimport|\bimport\(|\brequire\()\s*'([^']+)'/g);
  return [...specifiers].map(([, name = '']) => (name.startsWith('.') ? resolve(file, name) : name));
}

/** Every import from one kind of place to another, as `file -> target`. */
export function edges(inside: RegExp, to: RegExp): readonly string[] {
  return codeIn(inside).flatMap((file) =>
    importsOf(file)
      .filter((target) => to.test(target))
      .map((target) => `${file} -> ${target}`),
  );
}

/**
 * Imports of one process (a folder of the root) that do not go down its list of rooms, each with both files.
 * A room is a folder of the process, or a file that stands beside the folders; one that the list does not
 * name is told as well, since nothing would hold it.
 */
export function importsAgainst(rooms: readonly string[], process: string): readonly string[] {
  const isInside = new RegExp(`^${process}/`);
  const floorOf = (file: string): number => rooms.indexOf(file.split('/')[1] ?? '');
  const unplaced = codeIn(isInside)
    .filter((file) => floorOf(file) < 0)
    .map((file) => `${file}: in no room of the list`);
  const upward = edges(isInside, isInside).filter((edge) => {
    const [from = '', to = ''] = edge.split(' -> ');
    return floorOf(to) < floorOf(from);
  });
  return [...unplaced, ...upward];
}

/** Files whose code, comments apart, matches. */
export function filesWith(pattern: RegExp, inside: RegExp): readonly string[] {
  return codeIn(inside).filter((file) => pattern.test(codeOf(file)));
}

/** The import cycles among our own files, each told once, from where it was first entered. */
export function importCycles(inside: RegExp): readonly string[] {
  const cycles: string[] = [];
  const finished = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (finished.has(file) || trail.includes(file)) return;
    for (const next of importsOf(file)) if (SOURCES.has(next)) visit(next, [...trail, file]);
    finished.add(file);
  };
  for (const file of codeIn(inside)) visit(file, []);
  return cycles;
}

function resolve(file: string, specifier: string): string {
  const path = normalize(join(dirname(file), specifier));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => SOURCES.has(candidate)) ?? path;
}
