// A history as a file: plan, seed and what the nemesis does, with the times. A failing seed is shrunk to one, and it is kept as a test (scripts/*.json).
import { readFileSync } from 'node:fs';
import type { Action } from './actions.ts';
import { type FaultKind, type MembershipPlan, makePlan, type Plan } from './plan.ts';
import { Random } from './random.ts';
import type { ViolationKind } from './violation.ts';

export interface Script {
  /** What went wrong, for a reader. */
  readonly story: string;
  /** Of the world: network, disks, clients, the nodes' own. */
  readonly seed: number;
  /** Whether buffers and windows are as small as in every other seed. */
  readonly limits: Limits;
  readonly beyond: boolean;
  /** How long the faults last. */
  readonly faultsMs: number;
  readonly plan: Plan;
  readonly actions: readonly Action[];
  /** The planted bug that it fails with, and how; `undefined` for a mended bug of the product. */
  readonly bug: string | undefined;
  readonly violation: ViolationKind;
  /** What happened on the way to the violation, one event a line; for a reader alone. */
  readonly steps: readonly string[];
}

export type Limits = 'usual' | 'small';

/** As the formatter of this repository would write it. */
export function scriptText({ actions, steps, plan, ...rest }: Script): string {
  const { faults, ...shape } = plan;
  return `${format({ ...rest, plan: { ...shape, faults: [...faults] }, actions, steps }, '', '')}\n`;
}

const LINE_WIDTH = 140;

/** On one line if there is room behind `name`, and for a comma; a script itself never is. */
function format(value: unknown, indent: string, name: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const label = (key: string) => (Array.isArray(value) ? '' : `${JSON.stringify(key)}: `);
  if (fields.length === 0) return open + close;
  const pad = Array.isArray(value) ? '' : ' ';
  const inline = `${open}${pad}${fields.map(([key, field]) => label(key) + format(field, '', '')).join(', ')}${pad}${close}`;
  if (!inline.includes('\n') && indent.length + name.length + inline.length + 1 <= LINE_WIDTH) return inline;
  const inner = `${indent}  `;
  const lines = fields.map(([key, field]) => `${inner}${label(key)}${format(field, inner, label(key))}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** As it is in a file. */
type WrittenScript = Omit<Script, 'plan' | 'bug'> & {
  readonly bug?: string;
  readonly plan: Omit<Plan, 'faults' | 'acknowledge' | 'membership'> & {
    readonly faults: readonly FaultKind[];
    readonly acknowledge?: 'received';
    readonly membership?: MembershipPlan;
  };
};

/** What a plan lacks, because it was written before there was such a thing, its seed decides. */
export function parseScript(text: string): Script {
  const { plan, bug, ...rest } = JSON.parse(text) as WrittenScript;
  const today = makePlan(new Random(rest.seed).fork('plan'));
  return {
    ...rest,
    bug,
    plan: { ...today, ...plan, acknowledge: plan.acknowledge, membership: plan.membership, faults: new Set(plan.faults) },
  };
}

export function readScript(path: string): Script {
  return parseScript(readFileSync(path, 'utf8'));
}
