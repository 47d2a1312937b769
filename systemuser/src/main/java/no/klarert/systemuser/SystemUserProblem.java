package no.klarert.systemuser;

/** Why a call about system users is refused (system user API §3.6). Callers rely on {@link #code()}. */
public enum SystemUserProblem {
    CUSTOMER_UNKNOWN(0, 400, "Can't resolve the Organisation Number from the logged in Reportee PartyId."),
    RIGHT_NOT_AVAILABLE(1, 400, "One or more Right not found or not delegable."),
    DELEGATION_FAILED(2, 400, "The Delegation failed."),
    SYSTEM_USER_EXISTS(4, 400, "Failed to create new SystemUser, existing SystemUser tied to the given System-Id."),
    REQUEST_UNKNOWN(10, 404, "The Id does not refer to a Request in our system."),
    SYSTEM_UNKNOWN(11, 404, "The Id does not refer to a Registered System."),
    REQUEST_NOT_STORED(12, 404, "An error occured when storing the Request."),
    REQUEST_NOT_NEW(13, 409, "The Status of the Request is not New."),
    CHECK_FAILED(14, 403, "DelegationCheck failed with unknown error."),
    SYSTEM_USER_UNKNOWN(15, 404, "The SystemUser was not found."),
    MISSING_ROLE(16, 403, "DelegationCheck failed with error: Has not access by a delegation of role in ER or Altinn."),
    MISSING_DELEGATION(18, 403, "DelegationCheck failed with error: Has not access by direct delegation."),
    REDIRECT_URL_NOT_ALLOWED(21, 400, "The RedirectUri was not found or not valid."),
    NOT_YOURS_TO_DELETE(24, 403, "you don't have rights to delete this systemuser"),
    NO_REDIRECT_URLS(26, 400, "No redirect uris are set for the system"),
    OTHER_PARTY(41, 403, "Party does not match request's orgno"),
    MISSING_PACKAGES(53, 400, "The user does not have enough access to delegate the requested access packages"),
    NOTHING_ASKED_FOR(59, 400, "No AccessPackages or Single Rights found, a SystemUser must have at least one"),
    PACKAGE_NOT_ON_SYSTEM(
            63, 400, "One or more accesspackage is not found in the referenced system in the System Register."),
    PACKAGE_NOT_ASSIGNABLE(
            64,
            400,
            "One or more access packages cannot be delegated. Either they are intended for clients or they cannot be"
                    + " delegated further."),
    NOT_ACCESS_MANAGER(66, 403, "The request requires logged in user to have accessmanager write."),
    MISSING_PACKAGE(68, 403, "DelegationCheck failed with error: Has not access by a delegation of package in Altinn."),
    NOT_ON_ACCESS_LIST(
            69,
            403,
            "DelegationCheck failed with error: The receiver does not have the right based on Access List delegation."),
    RESOURCE_NOT_DELEGABLE(
            70, 403, "DelegationCheck failed with error: The resource cannot be delegated to another user or entity."),
    RESOURCE_IS_SCHEMA(
            71,
            403,
            "DelegationCheck failed with error: The resource is not delegable because it is a Maskinporten schema"
                    + " resource.");

    private final String code;
    private final int status;
    private final String title;

    SystemUserProblem(int number, int status, String title) {
        this.code = "AUTH-%05d".formatted(number);
        this.status = status;
        this.title = title;
    }

    /** Stable code, such as {@code AUTH-00011}. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** As the public service words it; the code is what counts. */
    public String title() {
        return title;
    }

    /** The problem that a detail code stands for when it comes first (system user API §10.1). */
    static SystemUserProblem ofDetailCode(String detailCode) {
        return switch (detailCode) {
            case "MissingRoleAccess" -> MISSING_ROLE;
            case "MissingDelegationAccess" -> MISSING_DELEGATION;
            case "MissingPackageAccess" -> MISSING_PACKAGE;
            case "AccessListValidationFail" -> NOT_ON_ACCESS_LIST;
            case "ResourceNotDelegable" -> RESOURCE_NOT_DELEGABLE;
            case "ResourceIsMaskinPortenSchema" -> RESOURCE_IS_SCHEMA;
            default -> CHECK_FAILED;
        };
    }
}
