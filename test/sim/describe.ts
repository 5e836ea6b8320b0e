// A result for a reader: a passing seed on one line, a failing one with all that is needed to run it again.
import { execFileSync } from 'node:child_process';
import type { SimulationResult } from './simulation.ts';

export function describeResult(result: SimulationResult): string {
  const { seed, violation, digest, events, committed, acknowledged, lastEvents, plan, beyond } = result;
  const summary = `${events} events, ${committed} committed, ${acknowledged} acknowledged, trace ${digest}`;
  if (violation === undefined) return `seed ${seed} passed: ${summary}`;
  const { faults, ...shape } = plan;
  return [
    `seed ${seed} FAILED: ${violation.kind}: ${violation.message}`,
    `  ${summary}`,
    `  commit ${commit()}; again with: node build/test/sim/main.js --seed ${seed}${beyond ? ' --beyond' : ''} --trace, shorter with: --shrink ${seed}${beyond ? ' --beyond' : ''}`,
    `  plan ${JSON.stringify({ ...shape, faults: [...faults] })}`,
    `  last ${lastEvents.length} events:`,
    ...lastEvents.map((line) => `    ${line}`),
  ].join('\n');
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'unknown';
  }
}
