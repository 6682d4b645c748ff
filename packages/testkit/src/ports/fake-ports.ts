/** Ports that a test holds in its hand: time that moves when told, a log that is collected, bytes that repeat. */

import type { Clock, Http, HttpRequest, HttpResponse, Log, Ports, Random } from '@leasehold/core';
import { loopbackHttp } from './loopback-http.ts';

export interface FakeClock extends Clock {
  /** Moves time on without anybody having slept. */
  advance(ms: number): void;
  /** Every sleep so far, in milliseconds. */
  readonly sleeps: readonly number[];
}

export type LogLevel = keyof Log;

export interface FakeLog extends Log {
  readonly lines: readonly { readonly level: LogLevel; readonly line: string }[];
  /** All lines as one text. */
  text(): string;
}

export interface FakePorts extends Ports {
  readonly clock: FakeClock;
  readonly log: FakeLog;
  /** Every request that went out, with its answer when one came. */
  readonly exchanges: readonly { readonly request: HttpRequest; readonly response: HttpResponse | undefined }[];
}

export interface FakePortsOptions {
  /** Milliseconds since the epoch at the start. */
  readonly now?: number;
  /** Who answers; real requests to loopback servers by default. */
  readonly http?: Http;
  readonly seed?: number;
}

/** Tuesday, 24 November 2026, 10:00 UTC. */
const START = Date.UTC(2026, 10, 24, 10);

/**
 * Makes a set of ports.
 *
 * @example
 * const ports = fakePorts({ http: async () => ({ status: 503, headers: {}, body: '' }) });
 */
export function fakePorts(options: FakePortsOptions = {}): FakePorts {
  const http = options.http ?? loopbackHttp;
  const exchanges: { request: HttpRequest; response: HttpResponse | undefined }[] = [];
  return {
    clock: fakeClock(options.now ?? START),
    log: fakeLog(),
    random: seededRandom(options.seed ?? 1),
    exchanges,
    http: async (request) => {
      const exchange: (typeof exchanges)[number] = { request, response: undefined };
      exchanges.push(exchange);
      exchange.response = await http(request);
      return exchange.response;
    },
  };
}

/** @param start - milliseconds since the epoch */
export function fakeClock(start: number = START): FakeClock {
  let now = start;
  const sleeps: number[] = [];
  return {
    now: () => now,
    async sleep(ms) {
      sleeps.push(ms);
      now += ms;
    },
    advance(ms) {
      now += ms;
    },
    sleeps,
  };
}

export function fakeLog(): FakeLog {
  const lines: { level: LogLevel; line: string }[] = [];
  const at = (level: LogLevel) => (line: string) => {
    lines.push({ level, line });
  };
  return {
    debug: at('debug'),
    info: at('info'),
    notice: at('notice'),
    warning: at('warning'),
    error: at('error'),
    lines,
    text: () => lines.map(({ line }) => line).join('\n'),
  };
}

/** Bytes that are the same in every run, by mulberry32; fit for tests only. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) & 0xff;
    });
}
