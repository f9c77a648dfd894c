import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler, type NodeTypstCompileResult } from '@myriaddreamin/typst-ts-node-compiler';
import { codePointsOf, printable } from './coverage.ts';

/** One document to be set: a template below `forms`, and the values it prints. */
export type Paper = {
  /** Place of the template below the room, e.g. `zama/review.typ`. */
  readonly template: string;
  /** What the template reads as `/data.json`. */
  readonly data: object;
  /** Seconds since 1970 that stand in the file as its date of making; the clock is an argument. */
  readonly madeAt: number;
  /** Many sheets in one file: no tags, which are most of its size. */
  readonly batch?: boolean;
};

/** A document before it is known when it is made. */
export type UndatedPaper = Omit<Paper, 'madeAt'>;

/** A template or its values do not fit: a fault of the program, told with the place in the template. */
export class PaperError extends Error {
  override readonly name = 'PaperError';
}

/** Where the templates are: beside this file, in the sources as in what is built. */
const roomOf = (): string => fileURLToPath(new URL('..', import.meta.url));

const packages = [
  ['biz-udmincho', '400Regular/BIZUDMincho_400Regular.ttf'],
  ['biz-udmincho', '700Bold/BIZUDMincho_700Bold.ttf'],
  ['biz-udgothic', '400Regular/BIZUDGothic_400Regular.ttf'],
  ['biz-udgothic', '700Bold/BIZUDGothic_700Bold.ttf'],
  ['noto-sans-jp', '400Regular/NotoSansJP_400Regular.ttf'],
] as const;

/** The fonts come with the program: nothing is looked for on the machine, so that a form looks the same everywhere. */
function fontBlobs(): Buffer[] {
  const resolve = createRequire(import.meta.url).resolve;
  return packages.map(([name, file]) =>
    readFileSync(join(dirname(resolve(`@expo-google-fonts/${name}/package.json`)), file)),
  );
}

/**
 * Sets documents with Typst. A compiler holds on to about a megabyte for every document it has set; whoever sets many gives it up and takes
 * a new process after some hundred (`server/paper`).
 */
export class Typesetter {
  readonly #room = roomOf();
  readonly #compiler: NodeCompiler;
  /** The code points of all fonts together. */
  readonly #has: ReadonlySet<number>;

  constructor() {
    const blobs = fontBlobs();
    this.#has = new Set(blobs.flatMap((blob) => [...codePointsOf(blob)]));
    this.#compiler = NodeCompiler.create({ workspace: this.#room, fontArgs: [{ fontBlobs: blobs }] });
  }

  /**
   * A document as PDF/A-2 (PDF/A-2a; PDF/A-2b for a batch).
   * @throws PaperError when the template cannot be set with these values, or not as PDF/A
   */
  pdf({ template, data, madeAt, batch = false }: Paper): Buffer {
    const values = JSON.stringify(data, (_, value) =>
      typeof value === 'string' ? printable(value, this.#has) : value,
    );
    this.#compiler.mapShadow(join(this.#room, 'data.json'), Buffer.from(values));
    try {
      const compiled = this.#compiler.compile({ mainFilePath: join(this.#room, template) });
      if (compiled.result === null) throw new PaperError(`${template}: ${reasonOf(compiled)}`);
      return this.#compiler.pdf(compiled.result, {
        pdfStandard: batch ? 'a-2b' : 'a-2a',
        pdfTags: !batch,
        creationTimestamp: madeAt,
      });
    } catch (error) {
      throw error instanceof PaperError ? error : new PaperError(`${template}: ${String(error)}`);
    } finally {
      this.#compiler.resetShadow();
      this.#compiler.evictCache(10);
    }
  }
}

function reasonOf(compiled: NodeTypstCompileResult): string {
  const error = compiled.takeError();
  return error === null ? 'cannot be set' : JSON.stringify(error.shortDiagnostics);
}
