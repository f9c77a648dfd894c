import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

const CHUNK = 256 * 1024;

/**
 * Streams rows into a table by COPY, as the owner of the database (row-level security does not allow COPY to the
 * application). Values are text without tabs, line ends or backslashes; `\N` is null.
 */
export async function copyRows(client: pg.Client, target: string, rows: Iterable<string>): Promise<number> {
  const sink = client.query(copyFrom(`copy ${target} from stdin`));
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    chunk += `${row}\n`;
    count++;
    if (chunk.length < CHUNK) continue;
    const goesOn = sink.write(chunk);
    chunk = '';
    if (!goesOn) await once(sink, 'drain');
  }
  sink.end(chunk);
  await finished(sink);
  return count;
}
