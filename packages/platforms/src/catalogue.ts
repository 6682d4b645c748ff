/** The CI systems that are known, in the order in which they are asked. */

import type { Platform, Ports } from '@leasehold/core';
import { github, isGithub } from './github.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** How one CI system is recognised and made. */
export interface PlatformEntry {
  readonly id: string;
  detect(env: Env): boolean;
  make(env: Env, ports: Pick<Ports, 'http' | 'clock'>, ledgerFile?: string): Platform;
}

/** GitHub first: a self-hosted runner may itself run inside another CI system, whose variables it then inherits. */
export const PLATFORMS: readonly PlatformEntry[] = [{ id: 'github', detect: isGithub, make: github }];

/** The CI system that this process runs on, or undefined at a terminal. */
export function detectPlatform(env: Env, ports: Pick<Ports, 'http' | 'clock'>, ledgerFile?: string): Platform | undefined {
  return PLATFORMS.find((entry) => entry.detect(env))?.make(env, ports, ledgerFile);
}
