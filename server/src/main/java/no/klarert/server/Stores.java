package no.klarert.server;

import no.klarert.access.ApiDelegationStore;
import no.klarert.access.DelegationStore;
import no.klarert.access.PartyStore;
import no.klarert.access.RoleStore;
import no.klarert.issuer.ClientStore;
import no.klarert.issuer.OrganizationStore;
import no.klarert.issuer.ReplayGuard;
import no.klarert.issuer.ScopeStore;
import no.klarert.issuer.SigningKeyStore;
import no.klarert.issuer.TokenLog;
import no.klarert.pdp.DecisionLog;
import no.klarert.portal.SessionStore;
import no.klarert.registry.PolicyStore;
import no.klarert.registry.ResourceStore;
import no.klarert.storage.AuditTrail;
import no.klarert.storage.Changes;
import no.klarert.storage.InstallationFacts;
import no.klarert.storage.Transactions;
import no.klarert.systemuser.RequestStore;
import no.klarert.systemuser.SystemStore;
import no.klarert.systemuser.SystemUserStore;

/** Every port of every room, as one store serves them. */
record Stores(
        Transactions transactions,
        Changes changes,
        AuditTrail audit,
        InstallationFacts facts,
        OrganizationStore organizations,
        ScopeStore scopes,
        ClientStore clients,
        ReplayGuard replayGuard,
        SigningKeyStore signingKeys,
        TokenLog tokenLog,
        ResourceStore resources,
        PolicyStore policies,
        PartyStore parties,
        RoleStore roles,
        DelegationStore delegations,
        ApiDelegationStore apiDelegations,
        SystemStore systems,
        RequestStore requests,
        SystemUserStore systemUsers,
        DecisionLog decisionLog,
        SessionStore sessions) {}
