import { CommanderError } from 'commander';
import { languageOf } from './language.ts';
import { createProgram } from './program.ts';
import { formatRefusal, InputRefused, WrongUsage } from './refusal.ts';
import { sayWrongUsage } from './usage-words.ts';

/** Exit codes: 0 done, 1 the input was refused, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/**
 * Runs `tokimori` with its arguments (without node and the script).
 * Errors that are neither refusals nor wrong usage are defects and end the process with their stack.
 */
export async function runCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<ExitCode> {
  const language = languageOf(args);
  const program = createProgram({ language, environment });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      if (error.code !== 'commander.help') process.stderr.write(sayWrongUsage(error, language));
      return 2;
    }
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.words[language]}\n`);
      return 2;
    }
    if (error instanceof InputRefused) {
      process.stderr.write(formatRefusal(error, language));
      return 1;
    }
    throw error;
  }
}
