import type { Writable } from 'node:stream';
import { Zip, ZipPassThrough } from 'fflate';

/** Writes files into a ZIP while they are made. PDF is compressed by itself already, so nothing is packed twice. */
export function zipTo(out: Writable): {
  readonly add: (name: string, bytes: Uint8Array) => void;
  readonly end: () => void;
} {
  const zip = new Zip((error, chunk) => {
    if (error !== null) out.destroy(error);
    else out.write(chunk);
  });
  return {
    add: (name, bytes) => {
      const file = new ZipPassThrough(name);
      zip.add(file);
      file.push(bytes, true);
    },
    end: () => zip.end(),
  };
}
