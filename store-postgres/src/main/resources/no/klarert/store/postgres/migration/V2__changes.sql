-- What transactions wrote, for the caches of every node; read from the latest, by the database's clock. Kept for minutes.
CREATE TABLE change_log (
    id   uuid PRIMARY KEY,
    at   timestamptz NOT NULL,
    kind text COLLATE "C" NOT NULL,
    key  text COLLATE "C" NOT NULL
);
CREATE INDEX change_log_at ON change_log (at);
