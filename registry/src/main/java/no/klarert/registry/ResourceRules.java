package no.klarert.registry;

import java.util.Locale;
import java.util.Optional;
import no.klarert.vocabulary.LocalizedText;
import no.klarert.vocabulary.OrgNumber;
import no.klarert.vocabulary.ResourceId;

/**
 * The rules a submitted resource must keep (resource registry §3.4, phase B); every breach is reported at once, under the
 * member names and with the messages that clients of the public service know.
 *
 * <p>Stricter than the public service: a stated organisation number must be one, and an identifier has at most 255 characters
 * and no other form than the ordinary one.
 */
final class ResourceRules {
    static final String SCOPE_REFERENCE = "MaskinportenScope";
    private static final String NO_NUMBER_NEEDED = "ttd";

    private final ResourceDraft draft;
    private final Findings.Collector findings = new Findings.Collector();

    private ResourceRules(ResourceDraft draft) {
        this.draft = draft;
    }

    static Findings findings(ResourceDraft draft) {
        var rules = new ResourceRules(draft);
        rules.prefix();
        rules.typeAndOwner();
        rules.app();
        rules.identifier();
        rules.texts();
        rules.scheme();
        return rules.findings.findings();
    }

    /** The resource that a draft without findings describes. */
    static ServiceResource accepted(ResourceDraft draft) {
        var owner = draft.owner();
        Optional<OrgNumber> organization =
                owner.organization().isBlank() ? Optional.empty() : Optional.of(new OrgNumber(owner.organization()));
        return new ServiceResource(
                new ResourceId(draft.identifier()),
                draft.type(),
                draft.title(),
                draft.description(),
                draft.rightDescription(),
                draft.delegable(),
                draft.visible(),
                new ServiceResource.CompetentAuthority(organization, owner.orgCode(), owner.name()),
                draft.accessListMode(),
                draft.references(),
                draft.keywords(),
                draft.document());
    }

    private void prefix() {
        var id = draft.identifier();
        if (id.startsWith("se_") && !(draft.hasReference("ServiceCode") && draft.hasReference("ServiceEditionCode"))) {
            findings.add("Identifier", "Invalid prefix. Only to be used for Altinn 2 services");
        }
        if (id.startsWith("app_") && !draft.isApp()) {
            findings.add("Identifier", "Invalid Prefix. app_ is only for Altinn Studio apps");
        }
    }

    private void typeAndOwner() {
        if (draft.type() == ResourceType.DEFAULT) {
            findings.add("ResourceType", "ResourceType needs to be set");
        }
        var organization = draft.owner().organization();
        boolean missing = organization.isBlank() && !draft.owner().orgCode().equalsIgnoreCase(NO_NUMBER_NEEDED);
        if (missing || (!organization.isBlank() && !OrgNumber.isWellFormed(organization))) {
            findings.add(
                    "HasCompetentAuthority.Organization",
                    "HasCompetentAuthority needs to be set with valid organization number");
        }
    }

    private void app() {
        if (!draft.isApp()) {
            return;
        }
        var prefix = "app_" + draft.owner().orgCode().toLowerCase(Locale.ROOT);
        var id = draft.identifier().toLowerCase(Locale.ROOT);
        if (draft.owner().orgCode().isBlank() || !id.startsWith(prefix)) {
            findings.add(
                    "Identifier",
                    "Invalid identifier for app resource. App resources needs to have an identifier starting with app_<org>");
        }
        var name = id.startsWith(prefix + "_") ? id.substring(prefix.length() + 1) : "";
        if (draft.references().stream().noneMatch(reference -> namesApp(reference, name))) {
            findings.add(
                    "ResourceReferences",
                    "Invalid resource references for app resource. App resources needs to have a reference with"
                            + " ReferenceType=ApplicationId, ReferenceSource=Altinn3 and Reference=<org>/<appname>");
        }
    }

    private boolean namesApp(ServiceResource.Reference reference, String name) {
        return reference.type().equals("ApplicationId")
                && reference.source().equals("Altinn3")
                && reference.reference().equalsIgnoreCase(draft.owner().orgCode() + "/" + name);
    }

    private void identifier() {
        if (!ResourceId.isWellFormed(draft.identifier())) {
            findings.add(
                    "Identifier",
                    "Invalid id. Only a-z and 0-9 is allowed together with _ and -.  Minimum 4 characters");
        }
    }

    private void texts() {
        complete("Title", "title", draft.title());
        if (draft.delegable()) {
            complete("RightDescription", "RightDescription", draft.rightDescription());
        }
        complete("Description", "Description", draft.description());
    }

    private void complete(String member, String name, LocalizedText text) {
        language(member, name, text, "english", "en");
        language(member, name, text, "bokmal", "nb");
        language(member, name, text, "nynorsk", "nn");
    }

    private void language(String member, String name, LocalizedText text, String language, String code) {
        if (text.byLanguage().getOrDefault(code, "").isBlank()) {
            findings.add(member, "Missing " + name + " in " + language + " " + code);
        }
    }

    private void scheme() {
        if (draft.type() == ResourceType.MASKINPORTEN_SCHEMA && !draft.hasReference(SCOPE_REFERENCE)) {
            findings.add("ResourceReferences", "Missing maskinporten scopen for MaskinportenSchema resource");
        }
    }
}
