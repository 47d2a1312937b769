package no.klarert.systemuser;

/** What can be wrong with the description of a system (system user API §3.5). */
public enum ValidationCode {
    VENDOR_ID(0, "the org number identifier is not valid ISO6523 identifier", "vendor/id"),
    SYSTEM_ID_FORMAT(1, "The system id does not match the format orgnumber_xxxx...", "systemid"),
    SYSTEM_ID_TAKEN(2, "The system id already exists", "systemid"),
    RESOURCE_UNKNOWN(
            3,
            "One or more resources specified in rights were not found in Altinn's resource register.",
            "rights/resource"),
    CLIENT_ID_TAKEN(4, "One of the client id is already tagged with an existing system", "clientid"),
    REDIRECT_URL(
            5,
            "One or more of the redirect urls format is not valid. The valid format is https://xxx.xx",
            "allowedredirecturls"),
    RIGHT_DOUBLED(6, "One or more duplicate rights found", "rights/resource"),
    PACKAGE_DOUBLED(7, "One or more duplicate access package(s) found", "accesspackages"),
    PACKAGE_NOT_AVAILABLE(
            8,
            "One or all the accesspackage(s) is not found in altinn's access packages or is not delegable",
            "accesspackages"),
    RESOURCE_ATTRIBUTE(
            9,
            "One or more resource id is in wrong format. The valid format is urn:altinn:resource",
            "rights/resource"),
    CLIENT_ID_DOUBLED(11, "Request contains duplicate client ids", "clientid"),
    SYSTEM_ID_BLANKS(13, "System ID cannot have spaces in id (leading, trailing or in between the id)", "systemid"),
    RESOURCE_NOT_DELEGABLE(
            17,
            "One or more resources specified in rights is of resource type which is not delegable.",
            "rights/resource"),
    PACKAGE_FOR_CLIENTS_VISIBLE(
            18,
            "Access packages meant for system user for client relations can't be used in combination with the flag"
                    + " isVisible: true",
            "accesspackages");

    private final String code;
    private final String title;
    private final String path;

    ValidationCode(int number, String title, String path) {
        this.code = "AUTH.VLD-%05d".formatted(number);
        this.title = title;
        this.path = "/registersystemrequest/" + path;
    }

    /** Stable code, such as {@code AUTH.VLD-00002}. */
    public String code() {
        return code;
    }

    /** As the public service words it; the code is what counts. */
    public String title() {
        return title;
    }

    /** Where in the body, as the public service spells it. */
    public String path() {
        return path;
    }
}
