/** Thrown when the data directory cannot be used; the message says what, why and what to do. */
export class DataDirectoryError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
