/** The conformance suite of the Platform contract: a platform's own test calls it with a world to live in. */

import { type Platform, Secret } from '@leasehold/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** One platform in one test, and what is to be seen of it from outside. */
export interface PlatformWorld {
  readonly platform: Platform;
  /** The same job seen by its post step: a new platform on what the first one left. */
  later(): Promise<Platform>;
  /** Audiences of the tokens that were minted. */
  audiences(): readonly string[];
  /** What was printed. */
  printed(): string;
  close(): Promise<void>;
}

/** Describes what every platform must do. */
export function platformSuite(id: string, newWorld: () => Promise<PlatformWorld>): void {
  describe(`the platform ${id}`, () => {
    let world: PlatformWorld;
    let platform: Platform;
    beforeEach(async () => {
      world = await newWorld();
      platform = world.platform;
    });
    afterEach(() => world.close());

    it('says which run it is in characters that any name may have', () => {
      expect(platform.id).toBe(id);
      expect(platform.run.platform).toMatch(/^[a-z]{2}$/);
      expect(platform.run.run).toMatch(/^[0-9A-Za-z]+$/);
      expect(platform.run.attempt).toMatch(/^[0-9]+$/);
    });

    it('mints a token of its own for each audience, as a secret', async () => {
      const tokens = [await platform.idToken('one'), await platform.idToken('two'), await platform.idToken('two')];
      for (const token of tokens) expect(token).toBeInstanceOf(Secret);
      expect(new Set(tokens.map((token) => token.reveal())).size).toBe(3);
      expect(world.audiences().slice(-3)).toEqual(['one', 'two', 'two']);
    });

    it('remembers for the post step, many lines and any character included', async () => {
      const value = 'a=b<<EOF\n::set-output::%0A\n"ü"\n';
      platform.remember('record', value);
      platform.remember('stage', 'planned');
      platform.remember('stage', 'issued');
      const post = await world.later();
      expect([post.recall('record'), post.recall('stage'), post.recall('absent')]).toEqual([value, 'issued', undefined]);
    });

    it('sets a variable, and gives back what was set', () => {
      platform.exportVariable('LEASE_SUITE', 'one\ntwo');
      expect(platform.variable('LEASE_SUITE')).toBe('one\ntwo');
      platform.exportVariable('LEASE_SUITE', undefined);
      expect(platform.variable('LEASE_SUITE') ?? '').toBe('');
    });

    it('keeps the files of a lease in a folder of its own', async () => {
      const folder = platform.folder('k3x9qabc123def');
      await folder.write('credentials', 'one');
      await folder.write('credentials', 'two');
      await platform.folder('k3x9qabc123deg').write('credentials', 'other');
      expect([await folder.read('credentials'), await folder.read('absent')]).toEqual(['two', undefined]);
      expect(await platform.folders()).toEqual(['k3x9qabc123def', 'k3x9qabc123deg']);
      await folder.remove();
      await folder.remove();
      expect([await folder.read('credentials'), await platform.folders()]).toEqual([undefined, ['k3x9qabc123deg']]);
    });

    it.each(['../outside', 'a/b', '', '..'])('writes no file named `%s`', async (name) => {
      await expect(platform.folder('k3x9qabc123def').write(name, 'x')).rejects.toThrow();
    });

    it('appends to one ledger', async () => {
      const path = await platform.record('{"event":"requested"}');
      expect(await (await world.later()).record('{"event":"issued"}')).toBe(path);
    });

    it('prints a value that it masks nowhere but in the mask itself', async () => {
      const value = ['mask', 'ed-value-', '42'].join('');
      platform.mask(value);
      const lines = world.printed().split('\n');
      expect(lines.filter((line) => line.includes(value)).every((line) => line.startsWith('::add-mask::'))).toBe(true);
    });
  });
}
