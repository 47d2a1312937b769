package no.klarert.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import org.jspecify.annotations.Nullable;

/** Opens the keystore that issuer keys come from; one that cannot be opened stops the start and is named, its password never. */
final class KeystoreFile {
    private static final String TOKENS = "SunPKCS11";

    private KeystoreFile() {}

    static KeyStore open(KlarertConfig.Keystore keystore) {
        var file = keystore.file();
        if (!Files.isReadable(file)) {
            throw new ConfigException("`issuer.keystore`: cannot read `" + file + "`");
        }
        var password = keystore.password().map(KlarertConfig.Secret::value).map(String::toCharArray);
        try {
            return switch (keystore.type()) {
                case PKCS12 -> file(file, password.orElse(null));
                case PKCS11 -> token(file, password.orElse(null));
            };
        } catch (IOException e) {
            throw new ConfigException("`issuer.keystore`: cannot open `" + file + "`: " + reason(e), e);
        } catch (GeneralSecurityException | ProviderException | InvalidParameterException e) {
            throw new ConfigException("`issuer.keystore`: cannot open `" + file + "`: " + innermost(e), e);
        }
    }

    private static KeyStore file(Path file, char @Nullable [] password) throws IOException, GeneralSecurityException {
        var keystore = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keystore.load(in, password);
        }
        return keystore;
    }

    /** The file names the token's library and slot; the password is the user's PIN. */
    private static KeyStore token(Path configuration, char @Nullable [] pin)
            throws IOException, GeneralSecurityException {
        var provider = Security.getProvider(TOKENS);
        if (provider == null) {
            throw new GeneralSecurityException("this Java has no provider " + TOKENS);
        }
        var keystore = KeyStore.getInstance("PKCS11", provider.configure(configuration.toString()));
        keystore.load(null, pin);
        return keystore;
    }

    private static String reason(IOException failure) {
        return failure.getCause() instanceof UnrecoverableKeyException
                        || failure.getCause() instanceof javax.security.auth.login.LoginException
                ? "`issuer.keystore-password` is not its password"
                : "it is not a keystore of type `issuer.keystore-type`: " + innermost(failure);
    }

    private static String innermost(Throwable failure) {
        var innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return String.valueOf(innermost.getMessage());
    }
}
