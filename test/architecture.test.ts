import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';

import { TEXT_RULES } from './architecture/text-rules';
import {
  codeIn,
  codeOf,
  edges,
  filesWith,
  importCycles,
  importsAgainst,
  importsOf,
  SOURCES,
} from './helpers/source-files';

const OURS = /^(?:main|preload|renderer|sandbox)\//;
const EVERYTHING = /./;

/** The rooms of each process, top to bottom. A folder is a room, and so is a file that stands beside the folders. */
const ORDERS: ReadonlyArray<{
  readonly process: string;
  readonly because: string;
  readonly order: readonly string[];
}> = [
  {
    process: 'main',
    because:
      'use cases get edges as arguments, and rules know of neither: ports/ and records/ hold what they share',
    order: [
      'index.ts > open-operations.ts > handlers.ts > composition.ts > operations > services.ts > stores.ts', // puts together
      'sync > flows > providers > connections > credentials > links', // use cases
      'electron > http > vault > store > data > wire', // edges
      'fdx > oauth > ports > records > ipc > security', // rules and shapes
    ],
  },
  {
    process: 'renderer',
    because: 'a page is built of parts; a part that knows the page it stands on cannot stand on another',
    order: [
      'main.tsx > start.ts > app > features > parts > data > ui',
      'bank-bar.ts > registration-sheet.ts', // pages of their own
    ],
  },
  {
    process: 'sandbox',
    because: 'servers are built on what the bank knows, and that on nothing of theirs',
    order: [
      'index.ts > command-line.ts > parent.ts > bank.ts > router.ts',
      'pages > fdx-api > authorization-server > consents > people',
      'identity.ts > records.ts > state-file.ts > listeners.ts > certificates.ts',
      'http-messages.ts > json.ts > addresses.ts > clock.ts',
    ],
  },
];

/** Who must not import what, and why. */
const IMPORT_RULES: ReadonlyArray<{
  readonly rule: string;
  readonly because: string;
  readonly inside: RegExp;
  readonly never: RegExp;
}> = [
  {
    rule: 'electron is imported in main/electron/ and in the preload only',
    because: 'everything else then runs, and is tested, without it',
    inside: /^(?!main\/electron\/|preload\/index\.ts$|test\/|scripts\/)/,
    never: /^electron(?:\/|$)/,
  },
  {
    rule: 'no unit or flow test imports electron',
    because: 'a mocked electron proves nothing; the end-to-end tests drive the real one',
    inside: /^test\/(?:main|preload|flows|sandbox|helpers)\//,
    never: /^electron(?:\/|$)/,
  },
  {
    rule: 'oauth/ and fdx/ import no disk, network or process',
    because: 'protocol rules are pure: what they need of the world is an argument',
    inside: /^main\/(?:oauth|fdx)\//,
    never: /^(?:node:(?!crypto$)|undici$|electron)/,
  },
  {
    rule: 'oauth/ and fdx/ import none of the folders around them',
    because: 'the edges depend on the rules, never the other way round',
    inside: /^main\/(?:oauth|fdx)\//,
    never: /^main\/(?:electron|http|ipc|store|vault|flows|connections|providers|data)\//,
  },
  {
    rule: 'the composition root alone opens what main/http offers',
    because: 'a use case that opens its own connection forgets its clock, its record or its end',
    inside: /^main\/(?!http\/|composition\.ts$|index\.ts$)/,
    never: /^main\/http\//,
  },
  {
    rule: 'security/ is pure',
    because: 'a policy that reads the world cannot be read by itself',
    inside: /^main\/security\//,
    never: /^(?:node:(?!path$|crypto$)|main\/(?!security\/))/,
  },
  {
    rule: 'ipc/, records/ and ports/ are pure',
    because: 'they hold shapes, interfaces and the check of a question: who imports one gets no edge with it',
    inside: /^main\/(?:ipc|records|ports)\//,
    never: /^(?:node:|undici$|electron|main\/(?!ipc\/|records\/|ports\/|security\/))/,
  },
  {
    rule: 'renderer/ui/ takes of the contract the messages and the look only',
    because: 'what knows FDX stands in parts/; Button and Dialog would do in any application',
    inside: /^renderer\/ui\//,
    never: /^preload\/contract\/(?!messages\/|app-shapes\.ts$)/,
  },
  {
    rule: 'the window imports neither main nor the sandbox bank, and of the preload the contract only',
    because: 'they are other processes',
    inside: /^renderer\//,
    never: /^(?:main|sandbox|preload\/(?!contract\/))/,
  },
  {
    rule: 'neither main nor the preload imports the window',
    because: 'they meet in preload/contract/',
    inside: /^(?:main|preload)\//,
    never: /^renderer\//,
  },
  {
    rule: 'main does not import the sandbox bank',
    because: 'it is a provider like any other, reached over TLS',
    inside: /^(?:main|preload)\//,
    never: /^sandbox\//,
  },
  {
    rule: 'words are taken of messages-of.ts, which gives each place its own',
    because: 'another language is added there, and no page carries the words of another',
    inside: /^(?:main|renderer|preload\/index\.ts)/,
    never: /^preload\/contract\/messages\/en-/,
  },
  {
    rule: 'the contract imports nothing of any side',
    because: 'all sides import it',
    inside: /^preload\/contract\//,
    never: /^(?:main|renderer|sandbox|preload\/index\.ts$|electron|node:)/,
  },
  {
    rule: 'the sandbox bank imports of ours the consent words and vocabulary only',
    because: 'a bank shares neither files nor memory with its clients',
    inside: /^sandbox\//,
    never:
      /^(?:main|renderer|preload)\/(?!contract\/(?:consent-vocabulary|consent-wording|messages\/en-consent)\.ts$)/,
  },
  {
    rule: 'nothing that ships imports a test or a script',
    because: 'neither is in the package',
    inside: OURS,
    never: /^(?:test|scripts)\//,
  },
];

describe('imports', () => {
  for (const { rule, because, inside, never } of IMPORT_RULES) {
    it(`${rule}, because ${because}`, () => {
      expect(edges(inside, never)).toEqual([]);
    });
  }

  for (const { process, because, order } of ORDERS) {
    it(`in ${process}/ an import goes down, because ${because}`, () => {
      const rooms = order.flatMap((floor) => floor.split(' > '));
      expect(importsAgainst(rooms, process)).toEqual([]);
    });
  }

  it('features do not import each other, so that one can be deleted without touching another', () => {
    const crossings = edges(/^renderer\/features\//, /^renderer\/features\//).filter((edge) => {
      const [from, to] = edge.split(' -> ').map((path) => path.split('/')[2]);
      return from !== to;
    });
    expect(crossings).toEqual([]);
  });

  it('there are no cycles', () => {
    expect(importCycles(EVERYTHING)).toEqual([]);
  });

  it('the checks above see what there is to see', () => {
    expect(importsOf('main/index.ts')).toContain('main/open-operations.ts'); // by import()
    expect(importsOf('main/operations/app-operations.ts')).toContain('preload/contract/result.ts');
    expect(importsOf('main/electron/window.ts')).toContain('electron');
    expect(codeIn(OURS).length).toBeGreaterThan(100);
  });
});

describe('what may stand where', () => {
  for (const { rule, because, pattern, inside, onlyIn } of TEXT_RULES) {
    it(`${rule}, because ${because}`, () => {
      expect([...filesWith(pattern, inside)].sort()).toEqual(onlyIn);
    });
  }

  it('[S62] shell.openExternal has one call site', () => {
    const calls = codeIn(OURS).flatMap((file) =>
      [...codeOf(file).matchAll(/\bopenExternal\b/g)].map(() => file),
    );
    expect(calls).toEqual(['main/electron/user-agent.ts']);
  });
});

/** Files that must stand alone although they are small, and why. */
const SMALL_ALONE: Readonly<Record<string, string>> = {
  'renderer/start.ts': 'it is evaluated before everything that main.tsx imports, and asks main meanwhile',
};

/** Tools that take a default export and nothing else. */
const LOADED_BY_A_TOOL = /(?:-summary|\.config)\.(?:ts|mjs)$|^scripts\/package\/after-pack\.mjs$/;

describe('names and sizes', () => {
  it('every file can be read in one sitting: 300 lines', () => {
    const long = [...SOURCES].filter(([, text]) => text.trimEnd().split('\n').length > 300);
    expect(long.map(([file]) => file)).toEqual([]);
  });

  it('a file under 20 lines has two importers, or it is folded into the one that it has', () => {
    const importers = new Map<string, number>();
    for (const target of codeIn(OURS).flatMap((file) => [...new Set(importsOf(file))]))
      importers.set(target, (importers.get(target) ?? 0) + 1);
    const small = codeIn(OURS).filter(
      (file) => (SOURCES.get(file) ?? '').trimEnd().split('\n').length < 20 && (importers.get(file) ?? 0) < 2,
    );
    expect(small).toEqual(Object.keys(SMALL_ALONE));
  });

  it('a style sheet has no class that no page names', () => {
    const drawn = codeIn(/^renderer\//)
      .map(codeOf)
      .join('\n');
    const isDrawn = (name: string) =>
      // also one that is put together: `facts-${values}`
      [...name.matchAll(/-/g)].some(({ index }) => drawn.includes(`${name.slice(0, index)}-\${`)) ||
      drawn.includes(name);
    const classes = [...SOURCES].flatMap(([file, text]) => {
      const selectors = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\{[^{}]*\}/g, '');
      const names = file.endsWith('.css') ? selectors.matchAll(/\.([a-z][\w-]*)/g) : [];
      return [...names].map(([, name = '']) => ({ file, name }));
    });
    const isOurs = (name: string) => !name.startsWith('react-aria-');
    const unused = classes.filter(({ name }) => isOurs(name) && !isDrawn(name));
    expect(classes.length).toBeGreaterThan(300);
    expect(unused).toEqual([]);
  });

  it('nothing is exported by default, so that a thing has one name everywhere', () => {
    const defaults = filesWith(/\bexport default\b|\bas default\b/, EVERYTHING);
    expect(defaults.filter((file) => !LOADED_BY_A_TOOL.test(file))).toEqual([]);
  });

  it('no index re-exports others: an import names the file where the thing is', () => {
    const barrels = filesWith(/\bexport\s+(?:type\s+)?(?:\*|\{[^}]*\})\s*(?:as \w+\s*)?from\b/, OURS);
    expect(barrels).toEqual([]);
  });

  it('no file or folder is named for being a leftover', () => {
    const leftovers = [...SOURCES.keys()].filter((file) => {
      const names = [...dirname(file).split('/'), basename(file).replace(/\..*$/, '')];
      const isOfTests = file.startsWith('test/');
      return names.some(
        (name) => /^(?:utils?|common|misc|shared|stuff)$/.test(name) || (name === 'helpers' && !isOfTests),
      );
    });
    expect(leftovers).toEqual([]);
  });
});
