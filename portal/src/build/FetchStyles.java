import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * Runs {@code npm ci} in the given folder when package.json, package-lock.json or .npmrc have changed since the last time.
 * Maven starts this file from source before it copies the style sheets into the jar.
 */
final class FetchStyles {
    private static final List<String> INPUTS = List.of("package.json", "package-lock.json", ".npmrc");

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var stamp = folder.resolve("node_modules/.klarert-inputs");
        var inputs = digest(folder);
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return;
        }
        System.out.println("Fetching the portal's style sheets with npm (only when its lock file changes) ...");
        if (npm(folder) != 0) {
            fail("`npm ci` failed in " + folder + "; its own message is above.");
        }
        Files.writeString(stamp, inputs);
    }

    private static String digest(Path folder) throws Exception {
        var sha256 = MessageDigest.getInstance("SHA-256");
        for (var input : INPUTS) {
            sha256.update(input.getBytes(StandardCharsets.UTF_8));
            sha256.update(Files.readAllBytes(folder.resolve(input)));
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static int npm(Path folder) throws InterruptedException {
        var command = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        try {
            return new ProcessBuilder(command, "ci", "--loglevel=error")
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException missing) {
            fail("npm was not found. The portal's style sheets come from npm when Klarert is built: install Node.js 20 or "
                    + "newer with npm (Debian: `apt-get install nodejs npm`). Node is not needed to run Klarert.");
            return 1;
        }
    }

    private static void fail(String message) {
        System.err.println("ERROR: " + message);
        System.exit(1);
    }
}
