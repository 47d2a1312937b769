package no.klarert.server;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import no.klarert.access.AccessGrants;
import no.klarert.access.AccessLookup;
import no.klarert.access.Catalog;
import no.klarert.access.DelegationCheck;
import no.klarert.access.PartyRegister;
import no.klarert.issuer.PlatformScopes;
import no.klarert.issuer.TokenService;
import no.klarert.issuer.certificate.BusinessCertificates;
import no.klarert.pdp.CachedPolicies;
import no.klarert.pdp.DecisionPoint;
import no.klarert.pdp.PolicyRetrievalPoint;
import no.klarert.portal.PortalPorts;
import no.klarert.storage.Bytes;
import no.klarert.systemuser.CustomerAuthority;
import no.klarert.systemuser.SystemUserSettings;

/** How the rooms are connected: constructors in order, nothing hidden. Reads as the system's diagram. */
final class Wiring {
    private static final long MOST_POLICY_BYTES = 64L * 1024 * 1024;

    private final Stores stores;
    private final KlarertConfig config;
    private final Addresses addresses;
    private final InstantSource clock;
    private final IssuerWiring issuer;
    private final Callers callers;
    private final Catalog catalog = Catalog.published();
    private final AccessLookup access;
    private final PartyRegister parties;
    private final PolicyRetrievalPoint policies;
    private final DecisionPoint decisions;
    private final SystemUserWiring systemUsers;
    private final RegistryWiring registry;
    private final AccessWiring accessRoom;
    private final PortalWiring portal;

    Wiring(
            Stores stores,
            KlarertConfig config,
            Addresses addresses,
            InstantSource clock,
            SecureRandom random,
            Bytes sealingKey,
            BusinessCertificates certificates) {
        this.stores = stores;
        this.config = config;
        this.addresses = addresses;
        this.clock = clock;
        var limits = RequestLimits.of(config.limits(), System::nanoTime, random);
        this.issuer = new IssuerWiring(stores, config, addresses, clock, random, sealingKey, limits, certificates);
        this.callers = issuer.callers();
        this.access = new AccessLookup(catalog, stores.parties(), stores.roles(), stores.delegations());
        this.parties = new PartyRegister(stores.parties(), stores.roles());
        this.policies = new CachedPolicies(new RegistryPolicies(stores.policies()), MOST_POLICY_BYTES);
        this.decisions = new DecisionPoint(
                stores.transactions(),
                new AccessInformationPoint(stores.parties(), catalog, access, stores.systemUsers(), stores.systems()),
                policies,
                new RegistryAccessListModes(stores.resources()),
                stores.decisionLog(),
                clock);
        this.systemUsers = systemUserWiring();
        this.registry = new RegistryWiring(stores, clock);
        this.accessRoom = new AccessWiring(stores, catalog, access, policies, decisions, clock);
        this.portal = portalWiring(random);
    }

    /** Puts in place what every installation has; does nothing where it is there already. */
    void install() {
        new PlatformScopes(stores.transactions(), stores.organizations(), stores.scopes(), stores.audit(), clock)
                .install(config.operator(), "Klarert");
        registry.install(config.operator());
    }

    Stores stores() {
        return stores;
    }

    Addresses addresses() {
        return addresses;
    }

    IssuerWiring issuer() {
        return issuer;
    }

    Callers callers() {
        return callers;
    }

    /** Everything that is served, area by area. */
    List<Route> routes() {
        return Stream.of(
                        issuer.routes(callers),
                        registry.routes(callers),
                        accessRoom.routes(callers),
                        systemUsers.routes(callers, addresses),
                        new DecisionWiring(decisions).routes(callers),
                        portal.routes())
                .flatMap(List::stream)
                .toList();
    }

    TokenService tokenService() {
        return issuer.tokenService();
    }

    // System users

    private SystemUserWiring systemUserWiring() {
        var check = delegationCheck();
        return new SystemUserWiring(
                stores,
                new CustomerDirectory(parties),
                authority(),
                new OfferedAccess(stores.resources(), catalog),
                new AccessDelegations(parties, check, new AccessGrants(check, stores.delegations(), stores.audit())),
                new SystemUserSettings(addresses.base(), SystemUserSettings.DEFAULT_REQUEST_LIFETIME),
                clock);
    }

    private DelegationCheck delegationCheck() {
        return new DelegationCheck(
                catalog,
                stores.parties(),
                stores.roles(),
                stores.delegations(),
                GrantableRights.single(stores.resources(), policies));
    }

    private CustomerAuthority authority() {
        return new DecidedAuthority(decisions, parties, access);
    }

    // Portal

    private PortalWiring portalWiring(SecureRandom random) {
        var names = new KnownNames(parties, stores.organizations());
        var contents = new PackageContents(stores.resources(), policies, clock);
        var words = new RightsInWords(stores.resources(), catalog, contents, delegationCheck(), access);
        var ports = new PortalPorts(
                stores.transactions(),
                stores.sessions(),
                new RegisteredPeople(stores, parties, catalog, config),
                new VendorRequests(stores, systemUsers.decisions(), parties, names, words),
                new GivenAccesses(stores, systemUsers, authority(), names, words));
        return new PortalWiring(PortalWiring.settings(config, addresses.base()), ports, clock, random);
    }

    PortalWiring portal() {
        return portal;
    }
}
