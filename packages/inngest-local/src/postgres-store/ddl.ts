/**
 * The executor's tables, schema `engine`, as one idempotent SQL text.
 *
 * JSON columns are `json`, not `jsonb`: results are handed back letter by
 * letter, and text with an escaped NUL is legal. There are no foreign keys:
 * rows of a run are written and removed together by single statements, and a
 * key check on every step would cost more than the step's own row.
 */
export const engineDdl: string = `
create schema if not exists engine;

create table if not exists engine.meta (
  only_row boolean primary key default true check (only_row),
  executor text not null,
  protocol integer not null,
  started_at timestamptz not null default now()
);

create table if not exists engine.events (
  dedupe_id text primary key,
  event_id text not null,
  name text not null,
  received_at timestamptz not null default now()
);
create index if not exists events_received_at on engine.events (received_at);

create table if not exists engine.runs (
  id text primary key,
  function_id text not null,
  event json not null,
  status text not null default 'running' check (status in ('running', 'completed', 'failed', 'cancelled')),
  version integer not null default 0,
  req_version integer not null default -1,
  pending text[] not null default '{}',
  joined text[] not null default '{}',
  slot_keys text[] not null default '{}',
  parent_run_id text,
  parent_step_id text,
  output json,
  error json,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  ended_at timestamptz,
  check ((status = 'running') = (ended_at is null))
);
create index if not exists runs_alive on engine.runs (function_id) where ended_at is null;
create index if not exists runs_parent on engine.runs (parent_run_id) where parent_run_id is not null and ended_at is null;
create index if not exists runs_ended_at on engine.runs (ended_at) where ended_at is not null;

create table if not exists engine.steps (
  run_id text not null,
  step_id text not null,
  position integer not null,
  kind text not null check (kind in ('data', 'error')),
  value json not null,
  primary key (run_id, step_id)
);

create table if not exists engine.queue (
  id bigint generated always as identity primary key,
  run_id text not null,
  step_id text not null,
  function_id text not null,
  purpose text not null check (purpose in ('run', 'step', 'wake', 'timeout', 'resume', 'cancel', 'event', 'lifecycle')),
  attempt integer not null default 0,
  deliveries integer not null default 0,
  available_at timestamptz not null default now(),
  payload json,
  slot_keys text[] not null default '{}',
  parked boolean not null default false,
  leased_by integer,
  lease_token uuid,
  leased_until timestamptz,
  holds_slot boolean not null default false,
  unique (run_id, step_id, purpose)
);
create index if not exists queue_due on engine.queue (available_at, id) where leased_by is null and not parked;
create index if not exists queue_leased on engine.queue (leased_by) where leased_by is not null;
create index if not exists queue_parked on engine.queue (available_at, id) where parked;
alter table engine.queue set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create table if not exists engine.pauses (
  run_id text not null,
  step_id text not null,
  function_id text not null,
  event_name text,
  expression text,
  signal text,
  primary key (run_id, step_id)
);
create index if not exists pauses_event_name on engine.pauses (event_name) where event_name is not null;
create unique index if not exists pauses_signal on engine.pauses (signal) where signal is not null;

create table if not exists engine.idempotency (
  function_id text not null,
  key text not null,
  run_id text not null,
  expires_at timestamptz not null,
  primary key (function_id, key)
);
create index if not exists idempotency_expires_at on engine.idempotency (expires_at);

create table if not exists engine.slots (
  key text primary key,
  places integer not null
);

create table if not exists engine.crons (
  function_id text not null,
  expression text not null,
  next_at timestamptz not null,
  primary key (function_id, expression)
);
`;
