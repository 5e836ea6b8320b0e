// Tables for humans. Apart from the renderer, so that commands which draw none do not load what draws them.
import Table from 'cli-table3';

export interface TableData {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** An aligned table without heavy rules: fits a terminal and pastes into a message. */
export function tableText(table: TableData): string {
  const none = '';
  const drawn = new Table({
    head: table.columns.map((column) => column.toUpperCase()),
    style: { head: [], border: [], compact: true, 'padding-left': 1, 'padding-right': 1 },
    chars: {
      top: none,
      'top-mid': none,
      'top-left': none,
      'top-right': none,
      bottom: none,
      'bottom-mid': none,
      'bottom-left': none,
      'bottom-right': none,
      left: none,
      'left-mid': none,
      mid: none,
      'mid-mid': none,
      right: none,
      'right-mid': none,
      middle: ' ',
    },
  });
  for (const row of table.rows) drawn.push([...row]);
  return drawn
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}
