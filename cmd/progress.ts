// Progress bars on stderr, only where a human watches and no machine reads.
import type { ClientContext } from './context.ts';

export interface Progress {
  /** `note`: what else is said behind the bar. */
  update(value: number, note?: string): void;
  stop(): void;
}

const NONE: Progress = { update: () => {}, stop: () => {} };

/** A bar up to `total`, or nothing when stderr is no terminal or the output is for machines. */
export async function maybeProgress(
  client: Pick<ClientContext, 'isTerminal' | 'render'>,
  options: { readonly label: string; readonly total: number; readonly unit: string },
): Promise<Progress> {
  if (!client.isTerminal || client.render.format !== 'table') return NONE;
  // A package in CommonJS: bundled, it has no other export.
  const { default: cliProgress } = await import('cli-progress');
  const bar = new cliProgress.SingleBar({
    format: `${options.label} {bar} {percentage}% | {value}/{total} ${options.unit} | {eta_formatted}{note}`,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(options.total, 0, { note: '' });
  return { update: (value, note) => bar.update(value, { note: note === undefined ? '' : ` | ${note}` }), stop: () => bar.stop() };
}
