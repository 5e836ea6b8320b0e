// The connect URL: `ledgerline://host:port,host:port`.
import { invalid } from './errors.ts';

const SCHEME = 'ledgerline://';
const PORT_MAX = 65_535;

/** The addresses, host:port each, in their order and without repeats. Throws INVALID. */
export function parseUrl(url: string): string[] {
  if (!url.startsWith(SCHEME)) throw invalid(`the connect URL is ${JSON.stringify(url)}; expected ${SCHEME}host:port,host:port`);
  const list = url.slice(SCHEME.length).replace(/\/$/, '');
  const addresses = list.split(',').map((address) => checkAddress(address.trim(), url));
  return [...new Set(addresses)];
}

function checkAddress(address: string, url: string): string {
  const match = /^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):([0-9]{1,5})$/.exec(address);
  const port = Number(match?.[1]);
  if (match === null || port < 1 || port > PORT_MAX) throw invalid(`${JSON.stringify(address)} in ${JSON.stringify(url)} is not host:port`);
  return address;
}
