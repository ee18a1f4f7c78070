// Events as a ledger keeps them.

import { read } from './call';

/** An event as the ledger keeps it. Its figures are decimals that must not pass through a binary number. */
export interface LedgerEvent {
  seq: number;
  id: string;
  type: string;
  fullType: string;
  recordedAt: string;
  body: Record<string, unknown> | null;
  bodyDigest: string;
  hash: string;
}

export interface LedgerHead {
  ledger: string;
  seq: number;
  hash: string;
  recordedAt?: string;
}

export const ledgerHead = (code: string, signal?: AbortSignal) =>
  read<LedgerHead>(`/districts/${code}/ledger`, {}, signal);
