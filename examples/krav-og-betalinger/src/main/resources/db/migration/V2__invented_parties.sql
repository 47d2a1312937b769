-- Two invented businesses in 2026. Account numbers are invented too (registration number 1234) and pass modulus 11.

INSERT INTO kravtype (kode, kravgruppe, nb, nn, en) VALUES
    ('MERVERDIAVGIFT', 'Merverdiavgift', 'Merverdiavgift', 'Meirverdiavgift', 'Value added tax'),
    ('ARBEIDSGIVERAVGIFT', 'Arbeidsgiveravgift', 'Arbeidsgiveravgift', 'Arbeidsgivaravgift', 'Employer''s national insurance contributions'),
    ('FORSKUDDSTREKK', 'Forskuddstrekk', 'Forskuddstrekk', 'Forskotstrekk', 'Withholding tax'),
    ('FORSKUDDSSKATT', 'Skatt', 'Forskuddsskatt', 'Forskotsskatt', 'Advance tax'),
    ('RESTSKATT', 'Skatt', 'Restskatt', 'Restskatt', 'Underpaid tax'),
    ('FORSINKELSESRENTE', 'Merverdiavgift', 'Forsinkelsesrenter merverdiavgift', 'Forseinkingsrenter meirverdiavgift', 'Late payment interest on value added tax'),
    ('TVANGSMULKT', 'Tvangsmulkt', 'Tvangsmulkt', 'Tvangsmulkt', 'Coercive fine');

INSERT INTO termin (teknisk_navn, nb, nn, en) VALUES
    ('AARLIG', 'året', 'året', 'the year'),
    ('TERMIN_1', '1. termin', '1. termin', '1st term'),
    ('TERMIN_2', '2. termin', '2. termin', '2nd term'),
    ('TERMIN_3', '3. termin', '3. termin', '3rd term'),
    ('TERMIN_4', '4. termin', '4. termin', '4th term'),
    ('TERMIN_5', '5. termin', '5. termin', '5th term'),
    ('TERMIN_6', '6. termin', '6. termin', '6th term');

INSERT INTO rentesats (fra_dato, prosent) VALUES
    ('2024-01-01', 12.50),
    ('2025-07-01', 12.25),
    ('2026-01-01', 12.00);

INSERT INTO bankkonto (kontonummer, kontoeiers_navn, bankinformasjon, iban, swift_bic) VALUES
    ('12340100016', 'Skatteetaten, merverdiavgift', 'Norges eksempelbank', 'NO7812340100016', 'EKSPNOKK'),
    ('12340100024', 'Skatteetaten, arbeidsgiver', 'Norges eksempelbank', 'NO5612340100024', 'EKSPNOKK'),
    ('12340100032', 'Skatteetaten, skatt', 'Norges eksempelbank', 'NO3412340100032', 'EKSPNOKK'),
    ('12340200118', 'Bryggen Bakeri AS', 'Vestlandets eksempelsparebank', 'NO3512340200118', 'VESTNO22'),
    ('12340300201', 'Fjellheim Rør AS', 'Fjellheim eksempelsparebank', 'NO2012340300201', 'FJELNO22');

INSERT INTO part (identifikator, navn) VALUES
    ('313371735', 'Bryggen Bakeri AS'),
    ('314159268', 'Fjellheim Rør AS');

-- Bryggen Bakeri AS: behind with one term of value added tax, the rest in order.

INSERT INTO krav (kravidentifikator, part, kravtype, opprettelsesdato, aar, termin, fra_dato, til_dato, fastsettingsmaate, hovedstol_krav) VALUES
    ('krav-2026-100201', '313371735', 'MERVERDIAVGIFT', '2026-06-04', 2026, 'TERMIN_2', '2026-03-01', '2026-04-30', 'egenfastsatt', NULL),
    ('krav-2026-100342', '313371735', 'MERVERDIAVGIFT', '2026-08-25', 2026, 'TERMIN_3', '2026-05-01', '2026-06-30', 'egenfastsatt', NULL),
    ('krav-2026-100417', '313371735', 'ARBEIDSGIVERAVGIFT', '2026-09-05', 2026, 'TERMIN_4', '2026-07-01', '2026-08-31', 'egenfastsatt', NULL),
    ('krav-2026-100480', '313371735', 'MERVERDIAVGIFT', '2026-10-05', 2026, 'TERMIN_4', '2026-07-01', '2026-08-31', 'egenfastsatt', NULL),
    ('krav-2026-100511', '313371735', 'FORSINKELSESRENTE', '2026-10-19', 2026, 'TERMIN_2', '2026-03-01', '2026-04-30', 'myndighetsfastsatt', 'krav-2026-100201'),
    ('krav-2026-100562', '313371735', 'ARBEIDSGIVERAVGIFT', '2026-11-05', 2026, 'TERMIN_5', '2026-09-01', '2026-10-31', 'egenfastsatt', NULL),
    ('krav-2026-100563', '313371735', 'FORSKUDDSTREKK', '2026-11-05', 2026, 'TERMIN_5', '2026-09-01', '2026-10-31', 'egenfastsatt', NULL),
    ('krav-2026-100590', '313371735', 'RESTSKATT', '2026-11-11', 2025, 'AARLIG', '2025-01-01', '2025-12-31', 'egenfastsatt', NULL),
    ('krav-2026-100604', '313371735', 'MERVERDIAVGIFT', '2026-11-18', 2026, 'TERMIN_5', '2026-09-01', '2026-10-31', 'egenfastsatt', NULL),
    ('krav-2026-100611', '313371735', 'FORSKUDDSSKATT', '2026-11-20', 2026, 'AARLIG', '2026-01-01', '2026-12-31', 'myndighetsfastsatt', NULL);

INSERT INTO kravforfall (id, krav, forfallsdato, opprinnelig_beloep, kidnummer, konto) VALUES
    ('6d3c1f0a-0b52-4f7e-9a11-000000000201', 'krav-2026-100201', '2026-06-10', 66120.00, '31337173500017', '12340100016'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000342', 'krav-2026-100342', '2026-08-31', 61240.00, '31337173500025', '12340100016'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000417', 'krav-2026-100417', '2026-09-15', 46102.00, '31337173500033', '12340100024'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000480', 'krav-2026-100480', '2026-10-12', 74385.00, '31337173500041', '12340100016'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000511', 'krav-2026-100511', '2026-11-09', 412.50, '31337173500058', '12340100016'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000562', 'krav-2026-100562', '2026-11-16', 48733.00, '31337173500066', '12340100024'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000563', 'krav-2026-100563', '2026-11-16', 92318.00, '31337173500074', '12340100024'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000590', 'krav-2026-100590', '2026-12-02', 41877.00, '31337173500082', '12340100032'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000604', 'krav-2026-100604', '2026-12-10', 58120.00, '31337173500090', '12340100016'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000611', 'krav-2026-100611', '2027-02-15', 30000.00, '31337173500108', '12340100032'),
    ('6d3c1f0a-0b52-4f7e-9a11-000000000612', 'krav-2026-100611', '2027-04-15', 30000.00, '31337173500116', '12340100032');

INSERT INTO innbetaling (id, part, dato, beloep, type, kidnummer, melding, fra_konto, mottaker_konto) VALUES
    ('inn-2026-20117', '313371735', '2026-06-29', 66120.00, 'Bankoverføring', '31337173500017', NULL, '12340200118', '12340100016'),
    ('inn-2026-20344', '313371735', '2026-08-28', 61240.00, 'Bankoverføring', '31337173500025', NULL, '12340200118', '12340100016'),
    ('inn-2026-20398', '313371735', '2026-09-14', 46102.00, 'Bankoverføring', '31337173500033', NULL, '12340200118', '12340100024'),
    ('inn-2026-20451', '313371735', '2026-10-12', 40000.00, 'Bankoverføring', '31337173500041', NULL, '12340200118', '12340100016'),
    ('inn-2026-20530', '313371735', '2026-11-13', 141051.00, 'Bankoverføring', NULL, 'Skattetrekk og avgift 5. termin', '12340200118', '12340100024'),
    ('inn-2026-20547', '313371735', '2026-11-20', 2500.00, 'Bankoverføring', NULL, 'Skatt', '12340200118', '12340100032');

INSERT INTO plassert_innbetaling (innbetaling, kravforfall, beloep, dato) VALUES
    ('inn-2026-20117', '6d3c1f0a-0b52-4f7e-9a11-000000000201', 66120.00, '2026-06-30'),
    ('inn-2026-20344', '6d3c1f0a-0b52-4f7e-9a11-000000000342', 61240.00, '2026-08-31'),
    ('inn-2026-20398', '6d3c1f0a-0b52-4f7e-9a11-000000000417', 46102.00, '2026-09-15'),
    ('inn-2026-20451', '6d3c1f0a-0b52-4f7e-9a11-000000000480', 40000.00, '2026-10-13'),
    ('inn-2026-20530', '6d3c1f0a-0b52-4f7e-9a11-000000000562', 48733.00, '2026-11-16'),
    ('inn-2026-20530', '6d3c1f0a-0b52-4f7e-9a11-000000000563', 92318.00, '2026-11-16');

-- Fjellheim Rør AS: a refund of value added tax that first covered a late contribution, and a payment made twice.

INSERT INTO krav (kravidentifikator, part, kravtype, opprettelsesdato, aar, termin, fra_dato, til_dato, fastsettingsmaate, hovedstol_krav) VALUES
    ('krav-2026-200311', '314159268', 'FORSKUDDSTREKK', '2026-09-05', 2026, 'TERMIN_4', '2026-07-01', '2026-08-31', 'egenfastsatt', NULL),
    ('krav-2026-200312', '314159268', 'ARBEIDSGIVERAVGIFT', '2026-09-05', 2026, 'TERMIN_4', '2026-07-01', '2026-08-31', 'egenfastsatt', NULL),
    ('krav-2026-200390', '314159268', 'MERVERDIAVGIFT', '2026-10-02', 2026, 'TERMIN_4', '2026-07-01', '2026-08-31', 'egenfastsatt', NULL),
    ('krav-2026-200433', '314159268', 'TVANGSMULKT', '2026-10-09', 2026, 'AARLIG', '2026-01-01', '2026-12-31', 'myndighetsfastsatt', NULL),
    ('krav-2026-200498', '314159268', 'RESTSKATT', '2026-11-11', 2025, 'AARLIG', '2025-01-01', '2025-12-31', 'egenfastsatt', NULL);

INSERT INTO kravforfall (id, krav, forfallsdato, opprinnelig_beloep, kidnummer, konto) VALUES
    ('8a4e2b1c-5d63-4c8f-8b22-000000000311', 'krav-2026-200311', '2026-09-15', 38264.00, '31415926800015', '12340100024'),
    ('8a4e2b1c-5d63-4c8f-8b22-000000000312', 'krav-2026-200312', '2026-09-15', 11150.00, '31415926800023', '12340100024'),
    ('8a4e2b1c-5d63-4c8f-8b22-000000000390', 'krav-2026-200390', '2026-10-12', -18400.00, NULL, NULL),
    ('8a4e2b1c-5d63-4c8f-8b22-000000000433', 'krav-2026-200433', '2026-10-30', 6250.00, '31415926800049', '12340100032'),
    ('8a4e2b1c-5d63-4c8f-8b22-000000000498', 'krav-2026-200498', '2026-12-02', 23914.00, '31415926800056', '12340100032');

INSERT INTO innbetaling (id, part, dato, beloep, type, kidnummer, melding, fra_konto, mottaker_konto) VALUES
    ('inn-2026-30201', '314159268', '2026-09-14', 38264.00, 'Bankoverføring', '31415926800015', NULL, '12340300201', '12340100024'),
    ('inn-2026-30202', '314159268', '2026-09-15', 38264.00, 'Bankoverføring', '31415926800015', NULL, '12340300201', '12340100024');

INSERT INTO utbetaling (id, part, dato, beloep, status, melding, til_konto) VALUES
    ('ut-2026-5011', '314159268', '2026-10-08', 7250.00, 'bekreftet', 'Til gode merverdiavgift 4. termin 2026', '12340300201'),
    ('ut-2026-5034', '314159268', '2026-11-24', 38264.00, 'underUtbetaling', 'Tilbakebetaling', '12340300201');

INSERT INTO plassert_innbetaling (innbetaling, kravforfall, beloep, dato) VALUES
    ('inn-2026-30201', '8a4e2b1c-5d63-4c8f-8b22-000000000311', 38264.00, '2026-09-15');

INSERT INTO plassert_motkrav (kreditforfall, kravforfall, beloep, dato) VALUES
    ('8a4e2b1c-5d63-4c8f-8b22-000000000390', '8a4e2b1c-5d63-4c8f-8b22-000000000312', 11150.00, '2026-10-06');

INSERT INTO plassert_utbetaling (utbetaling, kreditforfall, beloep, dato) VALUES
    ('ut-2026-5011', '8a4e2b1c-5d63-4c8f-8b22-000000000390', 7250.00, '2026-10-08');

INSERT INTO tilbakebetaling (utbetaling, innbetaling, beloep) VALUES
    ('ut-2026-5034', 'inn-2026-30202', 38264.00);
