// What every command is handed: where to print, how to be interrupted, and how to reach the cluster.
import type { Ledgerline } from '@ledgerline/client';
import { Renderer, type Streams } from './render.ts';
import { type ClientFlags, type ClientSettings, clientSettings } from './settings.ts';

/** The process as a command sees it. */
export interface Context {
  readonly env: NodeJS.ProcessEnv;
  readonly streams: Streams;
  /** Aborted by Ctrl-C or SIGTERM. */
  readonly signal: AbortSignal;
  /** Whether a human watches stderr. */
  readonly isTerminal: boolean;
}

/** A connected client command. */
export interface ClientContext extends Context {
  readonly settings: ClientSettings;
  readonly render: Renderer;
  readonly ledger: Ledgerline;
}

/** Settles the settings, connects, runs `body`, and closes whatever happens. */
export async function withClient<T>(context: Context, flags: ClientFlags, body: (client: ClientContext) => Promise<T>): Promise<T> {
  const settings = await clientSettings(flags, context.env);
  const render = new Renderer(settings.output, context.streams);
  const { Ledgerline } = await import('@ledgerline/client');
  const ledger = await Ledgerline.connect(settings.url, {
    signal: context.signal,
    deadlineMs: settings.timeoutMs,
    defaultDeadlineMs: settings.timeoutMs,
  });
  try {
    return await body({ ...context, settings, render, ledger });
  } finally {
    await ledger.close();
  }
}
