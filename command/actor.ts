import { userInfo } from 'node:os';

/** Whom the journal names for a deed by command: the user of the operating system who ran it. */
export function commandActor(): string {
  try {
    return `system:command:${userInfo().username}`;
  } catch {
    // A container may run under a number that has no name.
    return `system:command:${process.getuid?.() ?? ''}`;
  }
}
