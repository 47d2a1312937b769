-- What is owed and paid. Only what happened is stored; what remains, and every total, is computed from it.

CREATE TABLE part (
    identifikator text PRIMARY KEY CHECK (identifikator ~ '^[0-9]{9}$'),
    navn          text    NOT NULL,
    skjermet      boolean NOT NULL DEFAULT false
);

CREATE TABLE bankkonto (
    kontonummer     text PRIMARY KEY CHECK (kontonummer ~ '^[0-9]{11}$'),
    kontoeiers_navn text NOT NULL,
    bankinformasjon text,
    iban            text,
    swift_bic       text
);

CREATE TABLE kravtype (
    kode       text PRIMARY KEY,
    kravgruppe text NOT NULL,
    nb         text NOT NULL,
    nn         text NOT NULL,
    en         text NOT NULL
);

CREATE TABLE termin (
    teknisk_navn text PRIMARY KEY,
    nb           text NOT NULL,
    nn           text NOT NULL,
    en           text NOT NULL
);

-- Statutory interest for late payment, from a day and until the next row's.
CREATE TABLE rentesats (
    fra_dato date PRIMARY KEY,
    prosent  numeric(5, 2) NOT NULL CHECK (prosent >= 0)
);

CREATE TABLE krav (
    kravidentifikator text PRIMARY KEY,
    part              text NOT NULL REFERENCES part,
    kravtype          text NOT NULL REFERENCES kravtype,
    opprettelsesdato  date NOT NULL,
    aar               integer NOT NULL,
    termin            text NOT NULL REFERENCES termin,
    fra_dato          date NOT NULL,
    til_dato          date NOT NULL,
    fastsettingsmaate text NOT NULL CHECK (fastsettingsmaate IN ('blank', 'egenfastsatt', 'myndighetsfastsatt')),
    hovedstol_krav    text REFERENCES krav,
    CHECK (til_dato >= fra_dato)
);
CREATE INDEX krav_per_part ON krav (part, opprettelsesdato);

-- When how much of a claim is due. Negative: the party is owed it (kreditkrav).
CREATE TABLE kravforfall (
    id                uuid PRIMARY KEY,
    krav              text NOT NULL REFERENCES krav,
    forfallsdato      date NOT NULL,
    opprinnelig_beloep numeric(14, 2) NOT NULL CHECK (opprinnelig_beloep <> 0),
    kidnummer         text,
    konto             text REFERENCES bankkonto
);
CREATE INDEX kravforfall_per_krav ON kravforfall (krav);

CREATE TABLE innbetaling (
    id             text PRIMARY KEY,
    part           text NOT NULL REFERENCES part,
    dato           date NOT NULL,
    beloep         numeric(14, 2) NOT NULL CHECK (beloep > 0),
    type           text NOT NULL,
    kidnummer      text,
    melding        text,
    fra_konto      text REFERENCES bankkonto,
    mottaker_konto text NOT NULL REFERENCES bankkonto
);
CREATE INDEX innbetaling_per_part ON innbetaling (part, dato);

CREATE TABLE utbetaling (
    id        text PRIMARY KEY,
    part      text NOT NULL REFERENCES part,
    dato      date NOT NULL,
    beloep    numeric(14, 2) NOT NULL CHECK (beloep > 0),
    status    text NOT NULL CHECK (status IN ('bekreftet', 'underUtbetaling')),
    melding   text,
    til_konto text NOT NULL REFERENCES bankkonto
);
CREATE INDEX utbetaling_per_part ON utbetaling (part, dato);

CREATE TABLE plassert_innbetaling (
    innbetaling text NOT NULL REFERENCES innbetaling,
    kravforfall uuid NOT NULL REFERENCES kravforfall,
    beloep      numeric(14, 2) NOT NULL CHECK (beloep > 0),
    dato        date NOT NULL,
    PRIMARY KEY (innbetaling, kravforfall)
);
CREATE INDEX plassert_innbetaling_per_kravforfall ON plassert_innbetaling (kravforfall);

-- A claim of the party's own that covers a claim against it.
CREATE TABLE plassert_motkrav (
    kreditforfall uuid NOT NULL REFERENCES kravforfall,
    kravforfall   uuid NOT NULL REFERENCES kravforfall,
    beloep        numeric(14, 2) NOT NULL CHECK (beloep > 0),
    dato          date NOT NULL,
    PRIMARY KEY (kreditforfall, kravforfall)
);
CREATE INDEX plassert_motkrav_per_kravforfall ON plassert_motkrav (kravforfall);

CREATE TABLE plassert_utbetaling (
    utbetaling    text NOT NULL REFERENCES utbetaling,
    kreditforfall uuid NOT NULL REFERENCES kravforfall,
    beloep        numeric(14, 2) NOT NULL CHECK (beloep > 0),
    dato          date NOT NULL,
    PRIMARY KEY (utbetaling, kreditforfall)
);
CREATE INDEX plassert_utbetaling_per_kreditforfall ON plassert_utbetaling (kreditforfall);

-- A payment, or what was left of it, paid back.
CREATE TABLE tilbakebetaling (
    utbetaling  text NOT NULL REFERENCES utbetaling,
    innbetaling text NOT NULL REFERENCES innbetaling,
    beloep      numeric(14, 2) NOT NULL CHECK (beloep > 0),
    PRIMARY KEY (utbetaling, innbetaling)
);
CREATE INDEX tilbakebetaling_per_innbetaling ON tilbakebetaling (innbetaling);

CREATE VIEW gjenstaaende (kravforfall, beloep) AS
SELECT f.id,
       f.opprinnelig_beloep
       - coalesce((SELECT sum(p.beloep) FROM plassert_innbetaling p WHERE p.kravforfall = f.id), 0)
       - coalesce((SELECT sum(m.beloep) FROM plassert_motkrav m WHERE m.kravforfall = f.id), 0)
       + coalesce((SELECT sum(m.beloep) FROM plassert_motkrav m WHERE m.kreditforfall = f.id), 0)
       + coalesce((SELECT sum(u.beloep) FROM plassert_utbetaling u WHERE u.kreditforfall = f.id), 0)
FROM kravforfall f;

CREATE VIEW uplassert (innbetaling, beloep) AS
SELECT i.id,
       i.beloep
       - coalesce((SELECT sum(p.beloep) FROM plassert_innbetaling p WHERE p.innbetaling = i.id), 0)
       - coalesce((SELECT sum(t.beloep) FROM tilbakebetaling t WHERE t.innbetaling = i.id), 0)
FROM innbetaling i;
