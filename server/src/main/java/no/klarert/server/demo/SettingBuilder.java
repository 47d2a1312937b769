package no.klarert.server.demo;

import java.net.URI;
import java.time.InstantSource;
import no.klarert.sdk.HttpSettings;
import no.klarert.sdk.MaskinportenClient;
import no.klarert.sdk.SigningKey;
import no.klarert.vocabulary.ClientId;
import no.klarert.vocabulary.OrgNumber;

/** Gathers the organisations of the story's world, with the keys that the twin made for their clients. */
final class SettingBuilder {
    static final String SKATTEETATEN_CLIENT = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e01";
    static final String SMARTCLOUD_CLIENT = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e02";
    static final String NORDLYS_CLIENT = "5a1f0c1e-8a34-4b52-9c0e-1d0f3b6a7e03";

    private SettingBuilder() {}

    static Setting build(DemoCommand.Twin twin, Journal journal) {
        var second = InstantSource.system().millis() / 1_000;
        return build(twin, journal, Long.toString(second, Character.MAX_RADIX));
    }

    static Setting build(DemoCommand.Twin twin, Journal journal, String run) {
        var clock = InstantSource.system();
        var http = new LoggedHttp(journal);
        return new Setting(
                twin.baseUrl(),
                run,
                journal,
                http,
                clock,
                party(twin, http, "Skatteetaten", "974761076", SKATTEETATEN_CLIENT),
                party(twin, http, "SmartCloud AS", "310000019", SMARTCLOUD_CLIENT),
                party(twin, http, "Nordlys Systemer AS", "312880008", NORDLYS_CLIENT),
                twin::clientKey);
    }

    private static Party party(DemoCommand.Twin twin, LoggedHttp http, String name, String number, String clientId) {
        var key = SigningKey.fromJwkFile(twin.clientKey(clientId));
        var client = MaskinportenClient.builder(
                        URI.create(twin.baseUrl() + "/maskinporten/"), new ClientId(clientId), key)
                .http(HttpSettings.standard().withClient(http))
                .build();
        return new Party(name, new OrgNumber(number), client);
    }
}
