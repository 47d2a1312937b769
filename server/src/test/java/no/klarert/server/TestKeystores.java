package no.klarert.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Keystores made with the tools their owners use. */
final class TestKeystores {
    static final String PASSWORD = "hemmelig-123";

    private TestKeystores() {}

    /** Puts a key with a certificate of its own into a PKCS#12 file. */
    static void addKey(Path file, String alias, String algorithm, String... more) {
        keytool(alias, algorithm, PASSWORD, List.of("-storetype", "PKCS12", "-keystore", file.toString()), more);
    }

    /** Makes a key with a certificate of its own in a token. */
    static void makeKey(Path configuration, String pin, String alias, String algorithm, String... more) {
        var token = List.of(
                "-storetype",
                "PKCS11",
                "-keystore",
                "NONE",
                "-addprovider",
                "SunPKCS11",
                "-providerarg",
                configuration.toString());
        keytool(alias, algorithm, pin, token, more);
    }

    private static void keytool(String alias, String algorithm, String password, List<String> where, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", algorithm, "-dname", "CN=klarert"));
        command.addAll(List.of("-storepass", password));
        command.addAll(where);
        command.addAll(List.of(more));
        run(command.toArray(String[]::new));
    }

    /** What a program says that must succeed. */
    static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError(command[0] + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
