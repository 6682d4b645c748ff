/** Tells the engine how long the work will last: its last compiler takes longer over most functions than a run of a second or two ever spends in them. */

import { setFlagsFromString } from 'node:v8';

/**
 * Takes the last compiler of JavaScript in, or leaves it out; WebAssembly is compiled as ever. It holds for all threads of the process, so it is for programs to call, not for libraries.
 *
 * @example expectLongRun(false)
 */
export function expectLongRun(long: boolean): void {
  setFlagsFromString(long ? '--turbofan' : '--no-turbofan');
}
