package no.klarert.server;

import no.klarert.vocabulary.ScopeName;

/**
 * Scopes of the platform that our own interfaces ask for (Maskinporten §6.3; system user API §2.3; resource registry §2; access
 * packages and roles §6).
 */
final class PlatformScope {
    static final ScopeName SCOPES_WRITE = scope("idporten:scopes.write");
    static final ScopeName CLIENTS_READ = scope("idporten:dcr.read");
    static final ScopeName CLIENTS_MODIFY = scope("idporten:dcr.modify");
    static final ScopeName CLIENTS_WRITE = scope("idporten:dcr.write");
    static final ScopeName CLIENTS_SUPPLIER = scope("idporten:dcr.supplier");
    static final ScopeName SYSTEM_REGISTER_WRITE = scope("altinn:authentication/systemregister.write");
    static final ScopeName SYSTEM_REGISTER_ADMIN = scope("altinn:authentication/systemregister.admin");
    static final ScopeName REQUEST_WRITE = scope("altinn:authentication/systemuser.request.write");
    static final ScopeName REQUEST_READ = scope("altinn:authentication/systemuser.request.read");
    static final ScopeName SYSTEM_USER_LOOKUP = scope("altinn:maskinporten/systemuser.read");
    static final ScopeName DELEGATIONS = scope("altinn:maskinporten/delegations");
    static final ScopeName DELEGATIONS_ADMIN = scope("altinn:maskinporten/delegations.admin");
    static final ScopeName RESOURCE_WRITE = scope("altinn:resourceregistry/resource.write");
    static final ScopeName RESOURCE_ADMIN = scope("altinn:resourceregistry/resource.admin");
    static final ScopeName PARTY_LOOKUP = scope("altinn:register/partylookup.admin");
    static final ScopeName PORTAL = scope("altinn:portal/enduser");

    /** May ask for decisions; the admin form is treated alike (Altinn PDP §1.2). */
    static final ScopeName AUTHORIZE = scope("altinn:authorization/authorize");

    static final ScopeName AUTHORIZE_ADMIN = scope("altinn:authorization/authorize.admin");

    private PlatformScope() {}

    private static ScopeName scope(String name) {
        return ScopeName.parse(name);
    }
}
