import { fileURLToPath } from 'node:url';
import { runProgram } from '../processes/index.ts';
import type { Finding } from './finding.ts';

const trial = fileURLToPath(new URL('./native-trial.ts', import.meta.url));

/**
 * Checks whether Pact's native library loads and verifies a small contract on this machine. It runs in a process of its
 * own, since an incompatible library can crash the process.
 */
export async function checkNativeLibrary(): Promise<Finding> {
  const name = "Pact's library";
  try {
    const { stdout } = await runProgram(process.execPath, ['--disable-warning=ExperimentalWarning', trial], {
      timeout: 60_000,
    });
    return { name, state: 'good', found: stdout.trim().split('\n').at(-1) ?? '' };
  } catch (error) {
    const {
      stderr = '',
      signal,
      message,
    } = error as { stderr?: string; signal?: string | null; message: string };
    const why = signal
      ? `ended by ${signal}`
      : (stderr.split('\n').find((line) => /Error/.test(line)) ?? message);
    return {
      name,
      state: 'bad',
      found: why.trim(),
      advice: `It has to match this machine (${process.platform} ${process.arch}): "make clean install" downloads it again.`,
    };
  }
}
