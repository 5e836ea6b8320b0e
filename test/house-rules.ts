// The house rules that a machine can check, each as a pure function from one source file to what is wrong with it. `tidy.test.ts` runs
// them over the repository and proves that each one bites. Formatting, `any`, unused names and the like are the linter's and compiler's.

export interface SourceFile {
  /** Relative to the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** What is wrong, one text each; empty if nothing is. */
export type Rule = (file: SourceFile) => string[];

const HEAD_LINES_MAX = 5;
const FILE_LINES_MAX = 500;
/** STYLE says about 70; the rest is tolerance for a signature and a table of cases. */
const FUNCTION_LINES_MAX = 80;

/** The file opens with one to five lines that say what it owns; a table or drawing may follow after an empty line of comment. */
export const opensWithItsPurpose: Rule = ({ text }) => {
  const lines = text.split('\n');
  const start = lines[0]?.startsWith('#!') === true ? 1 : 0;
  let head = 0;
  while (lines[start + head]?.startsWith('// ') === true) head++;
  if (head >= 1 && head <= HEAD_LINES_MAX) return [];
  return [`opens with ${head} lines of comment, not 1 to ${HEAD_LINES_MAX}`];
};

/** At most 500 lines, or the head says why. */
export const isShort: Rule = ({ text }) => {
  const count = text.split('\n').length - 1;
  const head = text
    .split('\n')
    .slice(0, HEAD_LINES_MAX + 1)
    .join(' ');
  return count > FILE_LINES_MAX && !/\blines\b/.test(head) ? [`has ${count} lines and does not say why at its top`] : [];
};

/** No unfinished work, no escape from the compiler, no test that hides the others. (Default exports and `any` are the linter's.) */
export const hasNoBannedWords: Rule = ({ text }) => {
  const banned: readonly (readonly [RegExp, string])[] = [
    [new RegExp(`\\b(TO${''}DO|FIX${''}ME|X${''}XX|HA${''}CK)\\b`), 'unfinished work'],
    [/@ts-(ignore|expect-error|nocheck)/, 'a switched-off compiler'],
    [/\b(describe|it|test)\.only\(/, 'a test that runs alone'],
  ];
  return linesMatching(text, banned);
};

/** No path of one machine, and no address of a registry. */
export const namesNoMachine: Rule = ({ text }) => {
  const banned: readonly (readonly [RegExp, string])[] = [
    [/(?<![\w./-])\/(work|root|home|Users)\/\w/, 'an absolute path of one machine'],
    [/registry\.(npmjs|yarnpkg)/, 'a registry host'],
  ];
  return linesMatching(text, banned);
};

/** The pure folders have no clock, no randomness, no I/O and no waiting. */
export const isPure: Rule = ({ path, text }) => {
  if (!path.startsWith('consensus/core/') && !path.startsWith('consensus/ledger/')) return [];
  const banned: readonly (readonly [RegExp, string])[] = [
    [/\bMath\.random\b/, 'Math.random'],
    [/\bDate\b(?=[.(])/, 'Date'],
    [/\b(await|async)\b (?!=)|\bPromise\b/, 'waiting'],
    [/\b(process|Buffer|console|crypto)\./, 'a global of Node'],
    [/from 'node:/, 'a module of Node'],
  ];
  return linesMatching(withoutComments(text), banned);
};

/** A function fits a screen. Reads the formatter's indentation: a body ends at the brace in its own column. Tests may tell longer stories. */
export const hasShortFunctions: Rule = ({ path, text }) => {
  if (path.startsWith('test/') && path.endsWith('.test.ts')) return [];
  const lines = text.split('\n');
  const found: string[] = [];
  for (const [at, line] of lines.entries()) {
    const start = /^( *)(?:export |private |public |static |override |async |get |set |\*)*(?:function\*? )?[#\w]+(?:<.*>)?\(.*\{$/.exec(
      line,
    );
    if (start === null || /^ *(if|for|while|switch|catch|return|await|yield)\b/.test(line)) continue;
    const end = lines.indexOf(`${start[1] ?? ''}}`, at + 1);
    if (end - at + 1 > FUNCTION_LINES_MAX)
      found.push(`line ${at + 1}: a function of ${end - at + 1} lines, more than ${FUNCTION_LINES_MAX}`);
  }
  return found;
};

/** Folder -> folders that it may import from (DESIGN §3), the longest prefix counting; `.` stands for the files directly in `consensus/`. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'consensus/core': ['consensus/core', '.'],
  'consensus/ledger': ['consensus/ledger', '.'],
  'consensus/node': ['consensus/node', 'consensus/core', 'consensus/ledger', '.'],
  consensus: ['.'],
  log: ['log', '.'],
  rpc: ['rpc', '.', 'client-sdk'],
  'client-sdk': ['client-sdk'],
  cmd: ['cmd', 'consensus/node', 'log', 'rpc', 'client-sdk', '.'],
};

/** Files directly in `consensus/` that the pure folders may import. */
const PURE_SHARED = ['types', 'messages', 'limits', 'assert', 'roles', 'batch', 'configuration'];

/** Folders import only downward. The compiler's project references say the same; this names the line. */
export const importsDownward: Rule = ({ path, text }) => {
  const folder = folderOf(path);
  const allowed = MAY_IMPORT[folder];
  if (allowed === undefined) return [];
  const found: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    const specifier = /(?:from|import\() ?'([^']+)'/.exec(line)?.[1];
    if (specifier === undefined) continue;
    const target = targetOf(path, specifier);
    if (target === undefined) continue;
    const to = folderOf(target);
    const key = to === 'consensus' ? '.' : to;
    if (!allowed.includes(key)) found.push(`line ${at + 1}: ${folder} must not import ${target}`);
    if (key === '.' && (folder === 'consensus/core' || folder === 'consensus/ledger') && !PURE_SHARED.includes(baseName(target))) {
      found.push(`line ${at + 1}: ${folder} may import only ${PURE_SHARED.join(', ')} of consensus, not ${target}`);
    }
  }
  return found;
};

/** All rules that apply to every TypeScript file. */
export const SOURCE_RULES: readonly Rule[] = [
  opensWithItsPurpose,
  isShort,
  hasNoBannedWords,
  namesNoMachine,
  isPure,
  hasShortFunctions,
  importsDownward,
];

function folderOf(path: string): string {
  const known = Object.keys(MAY_IMPORT).filter((folder) => path.startsWith(`${folder}/`));
  return known.sort((left, right) => right.length - left.length)[0] ?? path.split('/')[0] ?? '';
}

/** The file that a specifier means, relative to the repository; `undefined` for a package. */
function targetOf(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('@ledgerline/client')) return 'client-sdk/src/index.ts';
  if (!specifier.startsWith('.')) return undefined;
  const steps = path.split('/').slice(0, -1);
  for (const step of specifier.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function baseName(path: string): string {
  return (path.split('/').at(-1) ?? '').replace(/\.ts$/, '');
}

function linesMatching(text: string, banned: readonly (readonly [RegExp, string])[]): string[] {
  const found: string[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    for (const [pattern, what] of banned) if (pattern.test(line)) found.push(`line ${at + 1}: ${what}: ${line.trim()}`);
  }
  return found;
}

/** Lines keep their numbers. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, '')).replace(/\/\/.*$/gm, '');
}
